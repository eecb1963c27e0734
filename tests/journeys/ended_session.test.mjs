import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import test from "node:test";
import { looksWell } from "./story/eye.mjs";
import { arrive, follow, openBrowser, press, reads } from "./story/person.mjs";
import { centria, chydenius, enter, fill, moveClock, oulu, signOut, whole, writeDraft } from "./story/steps.mjs";
import { freshFolder, startTown } from "./story/town.mjs";

/** Two hours go by in which nobody does anything: every session has ended. The clock of sessions is the machine's, which
    a story cannot move, so the town's file is changed from outside. */
function sessionsEnd(folder) {
    const sql = "UPDATE identity_session SET seen = seen - 7200000, began = began - 7200000";
    execFileSync("sqlite3", ["-cmd", ".timeout 5000", `${folder}/town.db`, sql]);
}

const safe = "What you wrote is safe – not saved or sent yet";

test("Aino's session ends while she writes, and her text is there when she signs in again", async (t) => {
    const folder = await freshFolder(t);
    const town = await startTown(t, { folder });
    const browser = await openBrowser(t);
    const aino = await arrive(t, browser, town, { language: "fi" });
    const { page, say } = aino;
    await enter(aino, centria);
    const draft = await writeDraft(aino);
    assert.match(await page.locator("body").getAttribute("data-session-ends"), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);

    await page.goto(`${draft}/sections/project`);
    await fill(page, { ...whole.project, project_name: "Tunnin työ" });
    sessionsEnd(folder);
    await press(page, say("Save and continue"));
    assert.equal(new URL(page.url()).pathname, "/fi/sign-in");
    await reads(page, say(safe), ".v-state");
    await looksWell(aino, "signing in with a kept text");
    await press(page, `${say("Sign in")} ${centria}`);
    assert.equal(new URL(page.url()).pathname, `${draft}/sections/themes`, "it went where saving goes");
    await reads(page, say("What you wrote before your session ended has gone through"), ".v-state");
    await reads(page, "Tunnin työ");
    await looksWell(aino, "the kept text is done");
    await page.goto("/fi/continue");
    await reads(page, say("It has gone through"));
    await looksWell(aino, "what was kept is done");
    await follow(page, say("Open where it went"));
    assert.equal(new URL(page.url()).pathname, `${draft}/sections/themes`);

    // somebody else sits down at the same browser
    await page.goto(`${draft}/sections/project`);
    await page.locator("#project_name").fill("Ainon toinen teksti");
    sessionsEnd(folder);
    await press(page, say("Save and continue"));
    await press(page, `${say("Sign in")} ${oulu}`);
    assert.equal(new URL(page.url()).pathname, "/fi/continue");
    assert.equal(await page.getByRole("button", { name: say("Save or send it now") }).count(), 0);
    assert.ok(!(await page.content()).includes("Ainon toinen teksti"), "nothing of it is shown");
    await looksWell(aino, "a text of another account");
    await signOut(aino);
    await page.goto("/fi/sign-in");
    await press(page, `${say("Sign in")} ${centria}`);
    await reads(page, "Ainon toinen teksti");
    aino.calm();
});

test("The same without scripts, in Swedish: a stale edit shows both texts, a deadline is a deadline", async (t) => {
    const folder = await freshFolder(t);
    const town = await startTown(t, { folder });
    const browser = await openBrowser(t);
    const person = await arrive(t, browser, town, { language: "sv", scripts: false });
    const { page, say } = person;
    await enter(person, chydenius);
    const draft = await writeDraft(person, { title: "Grafit" });

    const other = await person.context.newPage();
    await page.goto(`${draft}/sections/project`);
    await other.goto(`${draft}/sections/project`);
    await other.locator("#project_name").fill("Skrivet i det andra fönstret");
    await press(other, say("Save and continue"));
    await page.locator("#project_name").fill("Skrivet här");
    sessionsEnd(folder);
    await press(page, say("Save and continue"));
    await reads(page, say(safe), ".v-state");
    await press(page, `${say("Sign in")} ${chydenius}`);
    await reads(page, "Skrivet här");
    await reads(page, "Skrivet i det andra fönstret");
    await press(page, say("Save and continue"));
    await reads(page, "Skrivet här");

    await page.goto(`${draft}/check`);
    sessionsEnd(folder);
    await press(page, say("Send the application"));
    await reads(page, say(safe), ".v-state");
    await moveClock({ ...person, page: other }, "after-deadline");
    await page.reload();
    await press(page, `${say("Sign in")} ${chydenius}`);
    await reads(page, say("The call has closed: the deadline was {0}. The draft is kept, but it can no longer be sent.", "må 2.6.2025 kl. 16.15"), "[role=alert]");
    await page.goto("/sv/applications");
    await reads(page, "Skrivet här");
    await reads(page, say("Draft – not sent"));
    person.calm();
});
