// A question that comes and goes with another answer. Anna, with scripts, sees it appear while she writes, and keeps her
// place; Frans, without them, sees it when he saves. What is hidden is not sent; what a condition demands is told.
import assert from "node:assert/strict";
import test from "node:test";
import { looksWell } from "./story/eye.mjs";
import { arrive, openBrowser, plain, press, reads, stands } from "./story/person.mjs";
import { answer, begin, centria, chydenius, enter, fill, saved, send, whole } from "./story/steps.mjs";
import { programmeWith, startTown } from "./story/town.mjs";

/** Two questions of the project, of which the second belongs to a yes; and one that large projects must answer. */
const questions = `
[[form.sections.fields]]
key = "continues"
kind = "yes_no"
required = true
label = { fi = "Jatkaako hanke aiempaa hanketta", sv = "Är projektet en fortsättning på ett tidigare", en = "Does the project go on from an earlier one" }

[[form.sections.fields]]
key = "what_is_new"
kind = "line"
show = 'continues = yes'
require = 'continues = yes'
label = { fi = "Mikä on uutta", sv = "Vad är nytt", en = "What is new" }
missing = { fi = "Kerro, mikä hankkeessa on uutta.", sv = "Berätta vad som är nytt i projektet.", en = "Tell what is new in the project." }

[[form.sections.fields]]
key = "large_risks"
kind = "text"
require = 'sum(pay) > 600000'
label = { fi = "Suuren hankkeen riskit", sv = "Risker i ett stort projekt", en = "Risks of a large project" }
missing = { fi = "Suuri hanke kertoo riskinsä.", sv = "Ett stort projekt berättar om sina risker.", en = "A large project tells its risks." }
`;

async function townThatAsks(t) {
    const before = '\n[[form.sections]]\nkey = "themes"\n';
    const change = (text) => text.replace(before, `${questions}${before}`);
    return startTown(t, { more: await programmeWith(t, { change }) });
}

/** Everything but the new questions. */
async function writesTheRest(person, draft) {
    for (const [section, answers] of Object.entries(whole)) {
        if (section !== "project") await answer(person, draft, section, answers);
    }
}

test("Anna sees a question appear while she writes and go again, and what is hidden is not sent", async (t) => {
    const town = await townThatAsks(t);
    const browser = await openBrowser(t);
    const anna = await arrive(t, browser, town, { language: "fi" });
    const { page, say } = anna;
    await enter(anna, centria);
    const draft = await begin(anna);
    await page.goto(`${draft}/sections/project`);
    await fill(page, whole.project);
    assert.equal(await page.locator("[name=what_is_new]").count(), 0, "nobody has said yes yet");
    await page.evaluate(() => (globalThis.samePage = true));

    const first = saved(page);
    await page.locator("[name=continues][value=yes]").focus();
    await page.keyboard.press("Space");
    await first;
    await page.locator("[name=what_is_new]").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.name), "continues", "she is where she was");
    assert.ok(await page.evaluate(() => globalThis.samePage), "the page was not loaded anew");
    await looksWell(anna, "a question that has just appeared");
    const second = saved(page);
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.name), "what_is_new", "the next stop is the new question");
    await page.keyboard.type("Katodien kobolttia ei ole ennen palautettu.");
    await second;

    const third = saved(page);
    await page.locator("[name=continues][value=no]").check();
    await third;
    await page.locator("[name=what_is_new]").waitFor({ state: "detached" });
    await press(page, say("Save and continue"));
    await writesTheRest(anna, draft);
    await page.goto(`${draft}/check`);
    await reads(page, "Suuri hanke kertoo riskinsä.");
    await looksWell(anna, "what a condition demands is missing");
    await page.locator(".v-todo a", { hasText: "Suuri hanke kertoo riskinsä." }).click();
    await page.waitForURL(/sections\/project/);
    await fill(page, { large_risks: "Metallien hinta voi laskea." });
    await press(page, say("Save and continue"));
    await send(anna, draft);
    await page.goto(`${draft}/sent`);
    await reads(page, "Metallien hinta voi laskea.");
    const sent = plain(await page.locator("main").innerText());
    assert.doesNotMatch(sent, /kobolttia|Mikä on uutta/, "what was hidden is not sent");
    anna.calm();
});

test("Frans, without scripts, sees the question when he saves, and is told when he leaves it empty", async (t) => {
    const town = await townThatAsks(t);
    const browser = await openBrowser(t);
    const frans = await arrive(t, browser, town, { language: "sv", scripts: false, width: 390 });
    const { page, say } = frans;
    await enter(frans, chydenius);
    const draft = await begin(frans);
    await page.goto(`${draft}/sections/project`);
    await fill(page, { ...whole.project, continues: "yes", large_risks: "Priset kan sjunka." });
    assert.equal(await page.locator("[name=what_is_new]").count(), 0);
    await press(page, say("Save and continue"));
    assert.match(page.url(), /sections\/project#what_is_new$/, "the page comes again, at the new question");
    await page.locator("[name=what_is_new]").waitFor();
    await press(page, say("Save and continue"));
    await stands(page, "Välj tema och mål");

    await writesTheRest(frans, draft);
    await page.goto(`${draft}/check`);
    await reads(page, "Berätta vad som är nytt i projektet.");
    await page.locator(".v-todo a", { hasText: "Berätta vad som är nytt" }).click();
    await page.waitForURL(/sections\/project.*#what_is_new$/);
    await fill(page, { what_is_new: "Kobolten tas till vara." });
    await press(page, say("Save and continue"));
    await send(frans, draft);
    await page.goto(`${draft}/sent`);
    await reads(page, "Kobolten tas till vara.");
    frans.calm();
});
