import { expect, it } from "vitest";
import { namesInPath } from "../../src/ingest/assemble/names-in-path.ts";

it.each([
  ["fabrikam.csv", "fabrikam"],
  ["tenants/fabrikam/subscriptions.csv", "fabrikam"],
  ["tenants/fabrikam.example/t.csv", "fabrikam.example"],
  ["tenants/0a1b2c3d-0000-4000-8000-000000000001/november.csv", "0a1b2c3d-0000-4000-8000-000000000001"],
  ["tenants/fabrikam.example/contoso.example.csv", "contoso.example"],
  ["exports of november/contoso.csv", "contoso"],
  ["subscriptions.csv", "subscriptions"],
])("the customer of %s, where nobody knows more, is called %s", (path, expected) => {
  expect(namesInPath(path).own).toBe(expected);
});
