import packageFile from "../../package.json" with { type: "json" };

/** Who wrote a plan, for its manifest. */
export const tool = { name: packageFile.name, version: packageFile.version };
