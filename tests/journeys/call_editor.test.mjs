// A coordinator makes the call of next year from the one of 2025: dates, shares, a new question in its place, texts in
// three languages; sees what is missing, looks at it as an applicant, publishes; an applicant finds it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { looksWell } from "./story/eye.mjs";
import { arrive, follow, openBrowser, plain, press, reads, stands } from "./story/person.mjs";
import { coordinator, enter } from "./story/steps.mjs";
import { startTown } from "./story/town.mjs";

/** The control of a key of the call's file. */
const at = (page, path) => page.locator(`[id="${path}"]`);
const write = (page, path, text) => at(page, path).fill(text);
/** The order of the questions on a section's page. */
const order = async (page) =>
    (await page.locator('[data-sortable="form.sections[1].fields"] > li .v-element__name a').allInnerTexts()).map(plain);

async function copies(official) {
    const { page, say } = official;
    await enter(official, coordinator);
    await page.goto(`/${official.language}/desk`);
    await follow(page, say("Prepare a call"));
    await stands(page, say("Calls in preparation"));
    return official;
}

test("A coordinator copies a call, changes it, sees what is missing, publishes it, and an applicant sees it", async (t) => {
    const town = await startTown(t);
    const browser = await openBrowser(t);
    const official = await copies(await arrive(t, browser, town, { language: "fi" }));
    const { page, say } = official;
    await looksWell(official, "the calls in preparation");
    await press(page, `${say("Copy")} Ekosysteemihaku 2025`);
    await stands(page, "Ekosysteemihaku 2025");
    await reads(page, say("Nothing is missing"));
    const draft = new URL(page.url()).pathname;

    await follow(page, say("Basics and dates"));
    await write(page, "name.fi", "Ekosysteemihaku 2026");
    await write(page, "name.sv", "");
    await write(page, "name.en", "Ecosystem call 2026");
    await write(page, "window.opens", "5.5.2025 9.00");
    await write(page, "window.closes", "huomenna");
    await press(page, say("Save"));
    await reads(page, say("Write the day and the time as 4.5.2026 9.00."), ".v-error-box");
    assert.equal(await at(page, "name.fi").inputValue(), "Ekosysteemihaku 2026", "what was typed is kept");
    await write(page, "window.closes", "30.6.2025 klo 16.15");
    await press(page, say("Save"));
    await reads(page, say("missing"));
    await looksWell(official, "basics with a text missing");

    await page.goto(draft);
    await stands(page, "Ekosysteemihaku 2026");
    await reads(page, say("One text missing in Swedish"));
    await press(page, say("Publish the call"));
    await reads(page, say("Not published"), ".v-error-box");
    await looksWell(official, "an overview with something in the way");
    await page.locator(".v-faults a").first().click();
    await page.waitForURL(/pages\/basics/);
    await write(page, "name.sv", "Ekosystemutlysning 2026");
    await press(page, say("Save and continue"));

    await page.goto(`${draft}/pages/shares`);
    await looksWell(official, "shares and rounding");
    await write(page, "funding.payers[1].percent", "55");
    await write(page, "funding.payers[2].percent", "30");
    await press(page, say("Save"));

    await page.goto(`${draft}/form/1`);
    const before = await order(page);
    await press(page, `${say("Add")} ${say("Questions")}`);
    await write(page, "form.sections[1].fields[5].key", "short_name");
    await write(page, "form.sections[1].fields[5].label.fi", "Hankkeen lyhenne");
    await write(page, "form.sections[1].fields[5].label.sv", "Projektets förkortning");
    await write(page, "form.sections[1].fields[5].label.en", "Short name of the project");
    await press(page, say("Save"));
    await looksWell(official, "a question");
    await press(page, say("Save and continue"));
    assert.deepEqual(await order(page), [...before, "Hankkeen lyhenne"]);
    await press(page, `${say("Move up")} Hankkeen lyhenne`);
    await reads(page, say("{0} is now number {1} of {2}.", "Hankkeen lyhenne", 4, 5), "[data-moved]");
    assert.deepEqual((await order(page)).indexOf("Hankkeen lyhenne"), 3);
    await looksWell(official, "a section after a move");
    const grip = page.locator('[id="form.sections[1].fields[4]"] .v-element__grip');
    await Promise.all([page.waitForEvent("load"), grip.dragTo(page.locator('[id="form.sections[1].fields[2]"]'))]);
    assert.deepEqual((await order(page)).indexOf("Hankkeen lyhenne"), 1, "dragged to the second place");

    await page.goto(`${draft}/difference`);
    await reads(page, "55");
    await reads(page, "Hankkeen lyhenne");
    await looksWell(official, "what differs");
    await page.goto(`${draft}/preview`);
    await stands(page, "Ekosysteemihaku 2026");
    await looksWell(official, "the preview of the call");
    await page.goto(`${draft}/preview/project`);
    await reads(page, "Hankkeen lyhenne");
    await looksWell(official, "the preview of a section");

    await page.goto(draft);
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: say("The call as a file (TOML)") }).click()]);
    assert.equal(file.suggestedFilename(), "2026.toml");
    const text = await readFile(await file.path(), "utf8");
    assert.ok(text.startsWith('code = "2026"\n'));
    await page.getByLabel(say("I have looked at what is listed, and it may be published so")).check();
    await press(page, say("Publish the call"));
    await reads(page, say("This call is published."));

    const applicant = await arrive(t, browser, town, { language: "sv" });
    await applicant.page.goto("/sv/calls");
    await follow(applicant.page, "Ekosystemutlysning 2026");
    await stands(applicant.page, "Ekosystemutlysning 2026");
    await reads(applicant.page, "55 %");
    official.calm();
    applicant.calm();
});

test("A call from a file comes back as the same bytes, without scripts", async (t) => {
    const town = await startTown(t);
    const browser = await openBrowser(t);
    const official = await copies(await arrive(t, browser, town, { language: "en", scripts: false }));
    const { page, say } = official;
    await press(page, `${say("Copy")} Ecosystem call 2025`);
    const url = new URL(page.url()).pathname;
    const text = await (await page.request.get(`${url}/call.toml`)).text();
    await page.goto("/en/desk/calls");
    await page.locator("#file").fill("code = \n");
    await press(page, say("Begin from the file"));
    await reads(page, "Line 1", ".v-error-box");
    await page.locator("#file").fill(text);
    await press(page, say("Begin from the file"));
    const again = new URL(page.url()).pathname;
    assert.notEqual(again, url);
    assert.equal(await (await page.request.get(`${again}/call.toml`)).text(), text);
    official.calm();
});

test("With the keyboard alone: a question is moved, keeps the focus, and its place is told", async (t) => {
    const town = await startTown(t);
    const browser = await openBrowser(t);
    const official = await copies(await arrive(t, browser, town, { language: "en" }));
    const { page, say } = official;
    const focused = () => page.evaluate(() => document.activeElement.innerText.replace(/\s+/g, " ").trim());
    const tabTo = async (name) => {
        for (let stops = 0; stops < 150; ++stops) {
            await page.keyboard.press("Tab");
            if ((await focused()) === name) return;
        }
        assert.fail(`Tab never comes to "${name}" on ${page.url()}`);
    };
    const enterOn = async (name) => {
        await tabTo(name);
        await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
    };
    await enterOn(`${say("Copy")} Ecosystem call 2025`);
    await enterOn(say("Sections and questions"));
    await enterOn("Tell about the project");
    const name = "Who carries the project out";
    await enterOn(`${say("Move up")} ${name}`);
    assert.equal((await order(page))[0], name);
    await page.waitForFunction((text) => document.activeElement.innerText.replace(/\s+/g, " ").trim() === text, `${say("Move down")} ${name}`);
    await reads(page, say("{0} is now number {1} of {2}.", name, 1, 4), "[data-moved]");
    await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
    assert.equal((await order(page))[1], name);
    official.calm();
});
