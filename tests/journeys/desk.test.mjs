// The coordinator's first day: three applications, one of them changed, one withdrawn, and a draft nobody may read.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { looksWell, picture } from "./story/eye.mjs";
import { arrive, follow, openBrowser, plain, press, reads, stands } from "./story/person.mjs";
import { begin, centria, chydenius, coordinator, enter, fill, oulu, send, writeDraft } from "./story/steps.mjs";
import { startTown } from "./story/town.mjs";

/** An applicant who sends one application, and what else the story wants. Gives its path. */
async function sends(t, browser, town, door, title) {
    const person = await arrive(t, browser, town, { language: "fi" });
    await enter(person, door);
    const draft = await writeDraft(person, { title });
    await send(person, draft);
    return { ...person, draft };
}

/** Opened for changes and changed, not sent again: the office sees what was sent. */
async function changesWithoutSending({ page, say, draft }) {
    await page.goto(draft);
    await press(page, say("Open for changes"));
    await page.goto(`${draft}/sections/project`);
    await fill(page, { project_name: "Salainen uusi nimi" });
    await press(page, say("Save and continue"));
}

/** What the buttons of the export give, as text. */
async function takes(page, button) {
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button, exact: true }).click()]);
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

const rows = (page) => page.locator("section:has(> #list) tbody tr");
const search = async (page, say, words) => {
    await page.getByRole("searchbox").fill(words);
    await press(page, say("Search"));
};

test("The coordinator's first day: sums against the pots, the list, a case, its history, and the list as a file", async (t) => {
    const town = await startTown(t);
    const browser = await openBrowser(t);
    const official = await arrive(t, browser, town, { language: "fi" });
    const { page, say } = official;
    await enter(official, coordinator);
    await reads(page, say("Nothing waits for you."));
    await looksWell(official, "the desk before anything has arrived");
    await page.goto("/fi/desk/calls/2025");
    await reads(page, say("When the first application arrives, it is listed here, with sums by payer and by theme."));
    await looksWell(official, "a call to which nothing has arrived");

    const first = await sends(t, browser, town, centria, "Akkuaine kiertoon");
    const second = await sends(t, browser, town, oulu, "Sivuvirrat käyttöön");
    const third = await sends(t, browser, town, chydenius, "Pölyn mittaus");
    await changesWithoutSending(second);
    await third.page.goto(third.draft);
    await follow(third.page, third.say("Withdraw the application"));
    await press(third.page, third.say("Withdraw the application"));
    await first.page.goto("/fi/calls/2025/apply");
    await begin(first);

    await page.goto("/fi/desk");
    await reads(page, "Sivuvirrat käyttöön");
    assert.ok(!(await page.locator("main").innerText()).includes("Pölyn mittaus"), "what was withdrawn waits for nobody");
    await looksWell(official, "the desk with two to look at");
    await picture(official, "fi-desk");

    await follow(page, "Ekosysteemihaku 2025");
    await page.reload();
    const pots = plain(await page.locator("section:has(> #pots)").innerText());
    for (const sum of ["1 120 000,00 €", "466 666,00 €", "560 000,00 €"]) assert.ok(pots.includes(sum), `${sum} in: ${pots}`);
    await reads(page, plain(say("{0} draft has not been sent.", 1)));
    assert.equal(await rows(page).count(), 3, "what was withdrawn stays with its number");
    assert.ok(!(await page.locator("main").innerText()).includes("Salainen"), "what is not sent is nobody else's");
    await looksWell(official, "the applications of a call");
    await picture(official, "desk", { tall: 1400 });
    await picture(official, "fi-desk-call", { tall: 1400 });

    await follow(page, say("Withdrawn"));
    assert.equal(await rows(page).count(), 1);
    await reads(page, "Pölyn mittaus", "section:has(> #list)");
    await follow(page, say("Show all applications"));
    // the words of what arrives are noted by a job a moment later
    for (let tries = 0; tries < 40; ++tries) {
        await search(page, say, "sivuv centria");
        if ((await rows(page).count()) === 1) break;
        await page.waitForTimeout(250);
    }
    assert.equal(await rows(page).count(), 1, "found by the beginnings of two words");
    await looksWell(official, "the applications of a call, searched");
    await search(page, say, "ei mikään");
    await reads(page, say("No application matches. Choose less, or other words."));
    await looksWell(official, "the applications of a call, none found");
    await follow(page, say("Show all applications"));

    const csv = await takes(page, say("CSV"));
    assert.match(csv.name, /^[\w.-]+\.csv$/);
    const lines = csv.bytes.toString("utf8").trimEnd().split("\r\n");
    assert.equal(lines.length, 4, "a head and three rows");
    assert.ok(lines[0].includes(say("Business ID")) && lines[2].includes("Sivuvirrat käyttöön"), csv.bytes.toString("utf8"));
    assert.ok(!lines.join().includes("Salainen"));
    const sheet = await takes(page, say("Excel (XLSX)"));
    assert.match(sheet.name, /^[\w.-]+\.xlsx$/);
    assert.equal(sheet.bytes.subarray(0, 2).toString(), "PK", "a workbook");

    await follow(page, "Sivuvirrat käyttöön");
    await stands(page, "Sivuvirrat käyttöön");
    await reads(page, say("What was last sent stands until a new version is sent."));
    await follow(page, say("Read the application as sent"));
    await reads(page, "Sivuvirrat käyttöön");
    await press(page, say("Mark as looked at"));
    await stands(page, "Sivuvirrat käyttöön");
    const history = plain(await page.locator("#history").innerText());
    for (const deed of ["Draft begun", "Application sent", "Application opened for changes", "Application read", "Marked as looked at"]) {
        assert.ok(history.includes(say(deed)), `${deed} in: ${history}`);
    }
    await looksWell(official, "a case with its history");
    await picture(official, "fi-case", { tall: 1200 });
    official.calm();
});
