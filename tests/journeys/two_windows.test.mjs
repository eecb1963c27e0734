import assert from "node:assert/strict";
import test from "node:test";
import { looksWell } from "./story/eye.mjs";
import { arrive, openBrowser, plain, press, reads } from "./story/person.mjs";
import { coordinator, enter, fill, oulu, send, writeDraft } from "./story/steps.mjs";
import { startTown } from "./story/town.mjs";

test("Two windows on one application: both texts are shown, nothing is lost, and sent twice is one", async (t) => {
    const town = await startTown(t);
    const browser = await openBrowser(t);
    const person = await arrive(t, browser, town, { language: "fi" });
    const { page, say } = person;
    await enter(person, oulu);
    const draft = await writeDraft(person, { title: "Vanha nimi" });
    const other = await person.context.newPage();

    // both open the same section; the other saves first
    await page.goto(`${draft}/sections/project`);
    await other.goto(`${draft}/sections/project`);
    await fill(other, { project_name: "Toisen ikkunan nimi" });
    await press(other, say("Save and continue"));
    await other.waitForURL(`**${draft}/sections/themes`);
    await fill(page, { project_name: "Tämän ikkunan nimi", ends: "30.6.2027" });
    await press(page, say("Save and continue"));
    const both = page.locator("section:has(> #both)");
    await both.waitFor();
    const shown = plain(await both.innerText());
    for (const text of ["Toisen ikkunan nimi", "Tämän ikkunan nimi", "31.10.2027", "30.6.2027"]) {
        assert.ok(shown.includes(text), `${text} in: ${shown}`);
    }
    assert.equal(await page.locator("#project_name").inputValue(), "Tämän ikkunan nimi", "what was typed stays");
    await looksWell(person, "a section saved by two windows");
    await other.goto(`${draft}/check`);
    await reads(other, "Toisen ikkunan nimi"); // what was saved first still stands
    await press(page, say("Save and continue"));
    await page.waitForURL(`**${draft}/sections/themes`);
    await page.goto(`${draft}/check`);
    await reads(page, "Tämän ikkunan nimi");
    await reads(page, "30.6.2027");

    // a check page that is out of date sends nothing
    await other.goto(`${draft}/sections/budget`);
    await fill(other, { pay: { 2026: "100000" } });
    await press(other, say("Save and return to the tasks"));
    await other.waitForURL(`**${draft}`);
    await press(page, say("Send the application"));
    await page.getByRole("alert").waitFor();
    await reads(page, say("Draft – not sent"), ".v-state");
    await reads(page, "100 000,00 €");
    await looksWell(person, "a check page that was out of date");

    // sent from both windows: one application, one receipt, one letter
    await other.goto(`${draft}/check`);
    await send(person, draft);
    const hash = await page.locator(".v-hash").innerText();
    await press(other, say("Send the application"));
    await other.waitForURL(`**${draft}/receipt`);
    assert.equal(await other.locator(".v-hash").innerText(), hash, "the same receipt");
    await other.goto("/fi/demo/mailbox");
    assert.equal(await other.locator("article").count(), 1, "one letter");
    await other.goto(`${draft}/sections/budget`);
    await other.waitForURL(`**${draft}/receipt`); // what was sent is not edited

    // the button that begins an application is pressed in two windows that were open before: one draft
    for (const window of [page, other]) await window.goto("/fi/calls/2025/apply");
    for (const window of [page, other]) await press(window, say("Start an application"));
    assert.equal(other.url(), page.url(), "one draft");
    await page.goto("/fi/calls/2025/apply");
    assert.equal(await page.locator("main .v-ledger li").count(), 1, "and the call's link lists it");
    await reads(page, say("Start another application"));
    await looksWell(person, "the call's link with a draft");
    person.calm();

    const official = await arrive(t, browser, town, { language: "fi" });
    await enter(official, coordinator);
    await official.page.goto("/fi/desk/calls/2025");
    assert.equal(await official.page.locator("section:has(> #list) tbody tr").count(), 1, "one application has arrived");
    official.calm();
});
