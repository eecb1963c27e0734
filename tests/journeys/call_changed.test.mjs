// A call that is open is extended and changed: Anna has sent, Oskar writes. Both are told; what she sent stands, and he
// loses no answer.
import assert from "node:assert/strict";
import test from "node:test";
import { looksWell } from "./story/eye.mjs";
import { arrive, follow, openBrowser, press, reads, stands } from "./story/person.mjs";
import { answer, centria, chydenius, coordinator, enter, send, whole, writeDraft } from "./story/steps.mjs";
import { startTown } from "./story/town.mjs";

const at = (page, path) => page.locator(`[id="${path}"]`);
const write = (page, path, text) => at(page, path).fill(text);

/** The letters of the demo town, once one with this text has come. */
async function letter(page, language, text) {
    for (let tries = 0; tries < 40; ++tries) {
        await page.goto(`/${language}/demo/mailbox`);
        const body = await page.locator("main").innerText();
        if (body.includes(text)) return body;
        await page.waitForTimeout(500);
    }
    assert.fail(`no letter says "${text}"`);
}

test("An open call is extended after somebody has sent: both are told, and she sends anew", async (t) => {
    const town = await startTown(t);
    const browser = await openBrowser(t);
    const anna = await arrive(t, browser, town, { language: "fi" });
    await enter(anna, centria);
    const hers = await writeDraft(anna);
    const number = await send(anna, hers);
    const oskar = await arrive(t, browser, town, { language: "sv" });
    await enter(oskar, chydenius);
    const his = await writeDraft(oskar, { title: "Nytt liv för katoder" });

    const official = await arrive(t, browser, town, { language: "fi" });
    const { page, say } = official;
    await enter(official, coordinator);
    await page.goto("/fi/desk/calls");
    await press(page, `${say("Change or extend")} Ekosysteemihaku 2025`);
    await stands(page, "Ekosysteemihaku 2025");
    await reads(page, say("Nothing is changed yet. To extend the call, move its end on the first page."));
    const change = new URL(page.url()).pathname;
    await follow(page, say("Basics and dates"));
    await write(page, "window.closes", "9.6.2025 klo 16.15");
    await press(page, say("Save"));
    assert.equal(await at(page, "window.extended_from").inputValue(), "2.6.2025 16.15", "the end that was");
    await page.goto(`${change}/pages/pots`);
    await write(page, "pots[1].sum", "650000");
    await press(page, say("Save"));

    await page.goto(change);
    await reads(page, say("{0} person is told by letter when the change is published.", 2).replace(/^2 ihminen/, "2 ihmistä"));
    await reads(page, say("Somebody has sent an application already. Write why {0} is changed.", `${say("when the call is open")}, ${say("money and shares")}`));
    await looksWell(official, "a change and whom it touches");
    await page.locator(".v-faults a").first().click();
    await page.waitForURL(/pages\/basics/);
    await write(page, "revision.reason.fi", "Valtio lisäsi rahaa, ja hakuaikaa jatketaan viikolla.");
    await write(page, "revision.reason.sv", "Staten ökade anslaget, och ansökningstiden förlängs med en vecka.");
    await write(page, "revision.reason.en", "The State added money, and the call is open a week longer.");
    await press(page, say("Save"));
    await page.goto(change);
    await page.locator("#seen").check();
    await press(page, say("Publish the change"));
    await reads(page, say("This call is published."));

    const inFinnish = await letter(page, "fi", "Valtio lisäsi rahaa");
    assert.ok(inFinnish.includes(number), "her letter names her application");
    await letter(page, "fi", "Staten ökade anslaget");
    await page.goto("/fi/desk/calls/2025");
    await reads(page, "Hakua on muutettu: 2 viestiä lähti");
    await page.goto("/fi/calls/2025#changes");
    await reads(page, say("Changes of this call"));
    await reads(page, "Valtio lisäsi rahaa");
    await looksWell(official, "a call that was changed");

    await anna.page.goto(`${hers}/receipt`);
    await press(anna.page, anna.say("Open for changes"));
    await anna.page.goto(hers);
    await reads(anna.page, anna.say("The call has been changed"));
    await looksWell(anna, "an application whose call was changed");
    assert.equal(await send(anna, hers), number, "she keeps her number");

    await oskar.page.goto(his);
    await stands(oskar.page, "Nytt liv för katoder");
    await reads(oskar.page, oskar.say("The call has been changed"));
    await send(oskar, his);
    for (const person of [anna, oskar, official]) person.calm();
});

test("Without scripts, a question is taken out of an open call: its answer is kept for whoever wrote it", async (t) => {
    const town = await startTown(t);
    const browser = await openBrowser(t);
    const oskar = await arrive(t, browser, town, { language: "sv", scripts: false });
    await enter(oskar, chydenius);
    const his = await writeDraft(oskar);
    await answer(oskar, his, "plan", { ...whole.plan, effects: "Metallerna stannar i regionen." });

    const official = await arrive(t, browser, town, { language: "en", scripts: false });
    const { page, say } = official;
    await enter(official, coordinator);
    await page.goto("/en/desk/calls");
    await press(page, `${say("Change or extend")} Ecosystem call 2025`);
    const change = new URL(page.url()).pathname;
    await follow(page, say("Sections and questions"));
    await follow(page, "Describe the need and the objectives");
    await follow(page, "Effects: what follows from the outputs in the region");
    await page.locator("details", { hasText: say("Remove this question") }).locator("summary").click();
    await press(page, say("Remove"));
    await page.goto(change);
    await reads(page, "1 draft; 1 of them has something new to look at. No answer is lost.");
    await press(page, say("Publish the change"));

    await oskar.page.goto(his);
    await oskar.page.locator("summary", { hasText: oskar.say("Answers to questions that are no longer asked") }).click();
    await reads(oskar.page, "Metallerna stannar i regionen.");
    await send(oskar, his);
    oskar.calm();
    official.calm();
});
