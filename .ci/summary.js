// usage: node summary.js <vitest report> [failed gate step…]
// Prints what failed and, last, "N passed, N failed"; the exit code says whether anything did.
import { readFileSync } from "node:fs";

const [reportPath, ...failedSteps] = process.argv.slice(2);
const report = readReport(reportPath);
const tests = (report?.testResults ?? []).flatMap((file) => file.assertionResults ?? []);
const count = (...states) => tests.filter(({ status }) => states.includes(status)).length;

// A file that cannot be loaded has no failed test to show for it.
const brokenFiles = (report?.testResults ?? []).filter(
  (file) => file.status === "failed" && !file.assertionResults?.some(({ status }) => status === "failed"),
);
const allowed = readAllowedSkips();
const forbiddenSkips = tests
  .filter(({ status }) => !["passed", "failed"].includes(status))
  .filter(({ fullName }) => !allowed.some((name) => fullName.startsWith(name)));
const testFailures = count("failed") + brokenFiles.length;
const stepFailures = failedSteps.filter((step) => step !== "npm test" || testFailures === 0);

for (const { name, message } of brokenFiles) console.log(`FAILED FILE ${name}: ${message ?? ""}`);
for (const { fullName } of tests.filter(({ status }) => status === "failed"))
  console.log(`FAILED TEST ${fullName}`);
for (const { fullName } of forbiddenSkips)
  console.log(
    `SKIPPED TEST ${fullName}: not allowed here; run it, or name it with a reason in .ci/allowed-skips`,
  );
for (const step of failedSteps) console.log(`FAILED STEP ${step}`);
if (report === null) console.log(`NO REPORT: vitest left none at ${reportPath}`);

const failed = testFailures + forbiddenSkips.length + stepFailures.length + (report === null ? 1 : 0);
console.log(`${count("passed")} passed, ${failed} failed`);
process.exitCode = failed === 0 && tests.length > 0 ? 0 : 1;

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

/** Lines of `beginning of the full name # reason`; a line without a reason allows nothing. */
function readAllowedSkips() {
  try {
    const lines = readFileSync(new URL("allowed-skips", import.meta.url), "utf8").split("\n");
    return lines.map((line) => /^(.+?)\s+#\s*\S/.exec(line)?.[1]).filter((name) => name !== undefined);
  } catch {
    return [];
  }
}
