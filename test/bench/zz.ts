import { run } from "./metrics.ts";
for (const r of await run()) console.log(r);
