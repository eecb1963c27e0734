import assert from "node:assert/strict";
import test from "node:test";
import { looksWell } from "./story/eye.mjs";
import { arrive, openBrowser, plain, press, reads, stands } from "./story/person.mjs";
import { enter, moveClock, oulu, send, whole, writeDraft } from "./story/steps.mjs";
import { startTown } from "./story/town.mjs";

test("On the last day one application is sent in time, and the other one is kept but not taken", async (t) => {
    const town = await startTown(t);
    const browser = await openBrowser(t);
    const person = await arrive(t, browser, town, { language: "fi" });
    const { page, say } = person;
    const closed = say("The call has closed: the deadline was {0}. The draft is kept, but it can no longer be sent.", "ma 2.6.2025 klo 16.15");

    await enter(person, oulu);
    const inTime = await writeDraft(person, { title: "Ajoissa" });
    const late = await writeDraft(person, { title: "Myöhässä" });
    assert.notEqual(inTime, late, "another draft was asked for");

    await moveClock(person, "last-hour");
    await page.goto(inTime);
    assert.match(plain(await page.locator(".v-state").innerText()), /Aikaa 4[45] minuuttia/);
    await looksWell(person, "the task list in the last hour");
    await send(person, inTime);
    await reads(page, "ma 2.6.2025 klo 15.3", ".v-state");

    // the check page is open while the deadline passes
    await page.goto(`${late}/check`);
    const clock = await person.context.newPage();
    await clock.goto("/fi/help");
    await moveClock({ ...person, page: clock }, "after-deadline");
    await clock.close();
    await press(page, say("Send the application"));
    await reads(page, closed, "[role=alert]");
    await reads(page, "Myöhässä");
    assert.equal(await page.getByRole("button", { name: say("Send the application") }).count(), 0);
    await looksWell(person, "sent after the deadline");

    await page.goto(late);
    await reads(page, closed, ".v-state");
    await reads(page, say("Draft – not sent"), ".v-state");
    await looksWell(person, "the task list after the deadline");
    await page.goto(`${late}/check`);
    await reads(page, closed, "section:has(> #send)");
    await looksWell(person, "the check page after the deadline");
    await page.goto(`${late}/sections/budget`);
    assert.equal(await page.locator('[id="pay.2026"]').inputValue(), whole.budget.pay[2026], "the text is kept");
    await page.goto("/fi/calls/2025/apply");
    await reads(page, closed);
    await reads(page, "Myöhässä"); // the draft is listed
    assert.equal(await page.locator("main form").count(), 0, "nothing can be begun");
    await looksWell(person, "no new application after the deadline");
    await page.goto("/fi/calls/2025");
    await stands(page, "Ekosysteemihaku 2025");
    assert.equal(await page.getByRole("link", { name: say("Start an application") }).count(), 0);
    await looksWell(person, "the closed call");
    await page.goto("/fi");
    await looksWell(person, "the front page with a closed call");
    await page.goto(`${inTime}/receipt`);
    await reads(page, "KOK-2025-001");
    await looksWell(person, "the receipt after the deadline");

    await moveClock(person, "call-open");
    assert.equal(await send(person, late), "KOK-2025-002", "the kept draft can be sent when there is time again");
    await page.goto("/fi/applications");
    const list = plain(await page.locator("main").innerText());
    for (const number of ["KOK-2025-001", "KOK-2025-002"]) assert.ok(list.includes(number), `${number} in: ${list}`);
    person.calm();
});
