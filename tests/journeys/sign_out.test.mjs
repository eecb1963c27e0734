import assert from "node:assert/strict";
import test from "node:test";
import { arrive, openBrowser, press, reads } from "./story/person.mjs";
import { enter, fill, oulu, signOut, openMenu, writeDraft } from "./story/steps.mjs";
import { startTown } from "./story/town.mjs";

test("Signing out leaves nothing in a shared browser, and loses no word", async (t) => {
    const town = await startTown(t);
    const browser = await openBrowser(t);
    const person = await arrive(t, browser, town, { language: "fi" });
    const { page, say, context } = person;
    const kept = () => page.evaluate(() => Object.keys(localStorage).length);
    await enter(person, oulu);
    const draft = await writeDraft(person, { title: "Vanha nimi" });

    // a word typed a moment before signing out has come to the server
    await page.goto(`${draft}/sections/project`);
    await page.evaluate(() => localStorage.setItem("vastin of somebody", "x"));
    await fill(page, { project_name: "Viime hetken nimi" });
    assert.equal(await kept(), 2, "what is typed is kept until the server has it");
    await signOut(person);
    assert.equal(await kept(), 0, "nothing stays");
    await enter(person, oulu);
    await page.goto(`${draft}/check`);
    await reads(page, "Viime hetken nimi");

    // when the line is broken, the first press says so and keeps what was typed
    await page.goto(`${draft}/sections/project`);
    await context.setOffline(true);
    await fill(page, { project_name: "Katkoksen nimi" });
    await openMenu(page);
    await page.getByRole("button", { name: say("Sign out"), exact: true }).click();
    await page.waitForFunction(() => document.querySelector(".v-saved").textContent ===
        document.querySelector("form[data-autosave]").dataset.offline);
    assert.equal(await page.locator("#project_name").inputValue(), "Katkoksen nimi");
    assert.equal(await kept(), 1);
    await context.setOffline(false);
    await press(page, say("Sign out"));
    assert.equal(await kept(), 0);
});
