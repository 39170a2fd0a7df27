/** The layers of the program, as build rules. Each comment tells whoever broke the rule what to think about. */

const STAGES = ["ingest", "map", "survey", "schedule", "flag", "report", "review", "generate"];
const SHARED = ["model", "findings", "text", "cells", "catalogue", "regions", "locale"];

const stagesStayApart = STAGES.map((stage) => ({
  name: `stage-${stage}-stands-alone`,
  comment:
    "Stages meet in src/pipeline.ts, through the types in src/model and src/findings. If two stages need the same thing, it is a fact of the model, or the pipeline should pass it.",
  severity: "error",
  from: { path: `^src/${stage}/` },
  to: { path: "^src/", pathNot: [`^src/${stage}/`, ...SHARED.map((folder) => `^src/${folder}/`)] },
}));

const oneDoor = (library, ...doors) => ({
  name: `one-door-for-${library}`,
  comment: `Only ${doors.join(" and ")} may import ${library}, so that its traps are known in one place. Ask that file for what is missing.`,
  severity: "error",
  from: { path: "^src/", pathNot: doors.map((door) => `^${door.replaceAll(".", "\\.")}$`) },
  to: { path: `node_modules/${library}(/|$)` },
});

export default {
  forbidden: [
    {
      name: "no-circular",
      comment: "Two files that need each other are one thing, or share a third that is missing.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-orphans",
      comment: "Nothing reaches this file. Is its entry in the list missing?",
      severity: "error",
      from: { orphan: true, pathNot: "^src/cli/main\\.ts$" },
      to: {},
    },
    ...stagesStayApart,
    {
      name: "shared-knows-no-stage",
      comment:
        "The model, findings, text, cells, catalogue, regions and locale are used by every stage, so they cannot depend on one.",
      severity: "error",
      from: { path: `^src/(${SHARED.join("|")})/` },
      to: { path: "^src/", pathNot: SHARED.map((folder) => `^src/${folder}/`) },
    },
    {
      name: "disk-only-in-disk",
      comment: "The core is pure. Ask for bytes, rows or a sink as an argument; src/disk/ provides them.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/disk/" },
      to: { path: "^(node:)?(fs|fs/promises)$", dependencyTypes: ["core"] },
    },
    {
      name: "process-only-in-cli",
      comment:
        "Environment, clock, exit code, streams and threads belong to src/cli; the core takes what it needs as arguments.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/cli/" },
      to: { path: "^(node:)?(process|worker_threads)$", dependencyTypes: ["core"] },
    },
    oneDoor("csv-parse", "src/text/read-csv.ts"),
    oneDoor("csv-stringify", "src/report/render-csv.ts"),
    oneDoor("exceljs", "src/report/render-workbook.ts", "src/review/read-decisions.ts"),
    oneDoor("saxes", "src/review/part-xml.ts"),
    oneDoor("p-limit", "src/disk/find-inputs.ts", "src/disk/plan-folder.ts"),
    oneDoor("commander", "src/cli/program.ts"),
    oneDoor("date-holidays", "src/regions/public-holidays.ts"),
    oneDoor("tinyglobby", "src/disk/find-inputs.ts"),
    oneDoor("jsonc-parser", "src/config/json-with-comments.ts"),
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
  },
};
