// A town of its own for each journey: the program on a free port, its data in a temporary folder, both gone afterwards.
import { execFile, spawn } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

/** The checkout. */
export const top = path.resolve(import.meta.dirname, "../../..");
/** The program under test. */
export const program = process.env.PROGRAM ?? path.join(top, "build/vastin");

/** An empty folder; `t` is the test, after which it is removed. */
export async function freshFolder(t) {
    const folder = await mkdtemp(path.join(tmpdir(), "vastin-journey-"));
    t.after(() => rm(folder, { recursive: true, force: true }));
    return folder;
}

/** A copy of the programme of Kokkola for this test; `change` gives the text of its call of 2025 anew, `calls` has the
    texts of other calls by their codes. Gives the words that start a town with it. */
export async function programmeWith(t, { change = (text) => text, calls = {} } = {}) {
    const programme = path.join(await freshFolder(t), "programme");
    await cp(path.join(top, "programmes/kokkola"), programme, { recursive: true });
    const of2025 = path.join(programme, "calls/2025.toml");
    const text = await readFile(of2025, "utf8");
    await writeFile(of2025, change(text));
    for (const [code, made] of Object.entries(calls)) await writeFile(path.join(programme, `calls/${code}.toml`), made(text));
    return ["--programme", programme];
}

/** Starts `vastin MODE` with a town in `folder`, and gives its address, without the last slash. It is stopped after the
    test, and must end well. Texts are strict: a name that a template lacks is a fault. */
export async function startTown(t, { mode = "demo", folder, more = [] } = {}) {
    const where = folder ?? (await freshFolder(t));
    const fresh = mode === "demo" ? ["--fresh"] : [];
    const town = spawn(program, [mode, "--town", where, "--port", "0", ...fresh, "--strict-templates", ...more], {
        stdio: ["ignore", "pipe", "pipe"],
    });
    let log = "";
    const ended = new Promise((done) => town.on("close", (status, signal) => done(signal ?? status)));
    t.after(async () => {
        town.kill("SIGTERM");
        const status = await ended;
        const incidents = log.split("\n").filter((line) => line.includes('"incident"'));
        if (status !== 0 || incidents.length > 0) {
            throw new Error(`the town ended with ${status}\n${incidents.join("\n") || log}`);
        }
    });
    town.stderr.on("data", (piece) => (log += piece));
    return await new Promise((found, fail) => {
        let said = "";
        town.stdout.on("data", (piece) => {
            said += piece;
            const address = /Vastin serves (http:\/\/[^\s/]+)/.exec(said);
            if (address) found(address[1]);
        });
        town.on("error", fail);
        ended.then((status) => fail(new Error(`the town did not start (${status})\n${log}`)));
    });
}

/** Runs another command of the program and gives what it printed. */
export async function run(...words) {
    return (await promisify(execFile)(program, words)).stdout;
}
