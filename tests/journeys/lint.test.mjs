// What stands in the way before a call is published: a coordinator sets the deadline to a Sunday, sees what that means,
// follows the link, mends it, looks at what is left and publishes; by mouse in Finnish, by keyboard and without scripts.
import assert from "node:assert/strict";
import test from "node:test";
import { looksWell } from "./story/eye.mjs";
import { arrive, follow, openBrowser, press, reads, stands } from "./story/person.mjs";
import { coordinator, enter } from "./story/steps.mjs";
import { startTown } from "./story/town.mjs";

const at = (page, path) => page.locator(`[id="${path}"]`);
const titles = { fi: "Ekosysteemihaku 2025", sv: "Ekosystemutlysning 2025", en: "Ecosystem call 2025" };

/** A copy of the call of 2025, opened on its overview. */
async function copy(official) {
    const { page, say, language } = official;
    await enter(official, coordinator);
    await page.goto(`/${language}/desk/calls`);
    await press(page, `${say("Copy")} ${titles[language]}`);
    await stands(page, titles[language]);
    return new URL(page.url()).pathname;
}

async function setDates(page, say, closes) {
    await at(page, "window.opens").fill("5.5.2025 9.00");
    await at(page, "window.closes").fill(closes);
    await press(page, say("Save"));
}

/** The story of one who reads `language`; `sunday` is that day as the pages write it. */
async function mendsASunday(t, language, sunday) {
    const town = await startTown(t);
    const browser = await openBrowser(t);
    const official = await arrive(t, browser, town, { language });
    const { page, say } = official;
    const draft = await copy(official);
    await follow(page, say("Basics and dates"));
    await setDates(page, say, "8.6.2025 16.15");

    const holiday = say("Whit Sunday");
    const closes = "The call closes on {0}, when offices are closed ({1}). Choose a working day, so that applicants get help on the last day.";
    await page.goto(draft);
    await reads(page, say(closes, sunday, holiday));
    await reads(page, "150/1930");
    await looksWell(official, "an overview with things to look at");
    await press(page, say("Publish the call"));
    await reads(page, say("Look at what is listed, and tick that you have seen it."), ".v-error-box");
    await looksWell(official, "not published before it was looked at");
    await page.locator('.v-faults a[href$="#window.closes"]').click();
    await page.waitForURL(/pages\/basics/);
    await setDates(page, say, "9.6.2025 16.15");

    await page.goto(draft);
    const text = await page.locator("main").innerText();
    assert.ok(!text.includes(holiday), text);
    await page.getByLabel(say("I have looked at what is listed, and it may be published so")).check();
    await press(page, say("Publish the call"));
    await reads(page, say("This call is published."));
    official.calm();
}

test("A coordinator sees that the call would close on a holiday, mends it and publishes", (t) => mendsASunday(t, "fi", "8.6.2025"));
test("The same in Swedish", (t) => mendsASunday(t, "sv", "8.6.2025"));
test("The same in English", (t) => mendsASunday(t, "en", "8 June 2025"));

test("By keyboard and without scripts: another warning has to be seen again", async (t) => {
    const town = await startTown(t);
    const browser = await openBrowser(t);
    const official = await arrive(t, browser, town, { language: "fi", scripts: false, width: 390 });
    const { page, say } = official;
    const draft = await copy(official);
    await page.goto(`${draft}/pages/basics`);
    await setDates(page, say, "9.6.2025 16.15");
    await page.goto(draft);
    const seen = page.getByLabel(say("I have looked at what is listed, and it may be published so"));
    await seen.focus();
    await page.keyboard.press("Space");
    assert.ok(await seen.isChecked());

    const other = await official.context.newPage();
    await other.goto(`${draft}/pages/basics`);
    await setDates(other, say, "14.6.2025 16.15");
    await page.keyboard.press("Tab");
    await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
    await reads(page, say("Not published"), ".v-error-box");
    await reads(page, "lauantai");
    await page.locator('.v-faults a[href$="#window.closes"]').focus();
    await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
    await setDates(page, say, "13.6.2025 16.15");
    await page.goto(draft);
    await seen.focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("Tab");
    await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
    await reads(page, say("This call is published."));
    official.calm();
});
