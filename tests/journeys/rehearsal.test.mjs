// A coordinator rehearses a call before it opens: made-up people send made-up applications, their receipts can be read,
// and nothing of it comes near the real town.
import assert from "node:assert/strict";
import test from "node:test";
import { looksWell, picture } from "./story/eye.mjs";
import { arrive, follow, openBrowser, plain, press, reads, stands } from "./story/person.mjs";
import { coordinator, enter } from "./story/steps.mjs";
import { startTown } from "./story/town.mjs";

async function prepares(t, browser, town, more) {
    const official = await arrive(t, browser, town, more);
    await enter(official, coordinator);
    await official.page.goto(`/${official.language}/desk/calls`);
    return official;
}

test("A call is rehearsed to the receipts, and the town itself stays as it was", async (t) => {
    const town = await startTown(t);
    const browser = await openBrowser(t);
    const official = await prepares(t, browser, town, { language: "fi" });
    const { page, say } = official;
    await press(page, `${say("Copy")} Ekosysteemihaku 2025`);
    const draft = new URL(page.url()).pathname;
    await follow(page, say("Rehearse the call"));
    await stands(page, say("The call rehearsed"));
    await reads(page, say("Everything went as it is meant to."));
    await reads(page, say("{0} made-up applications are sent", 8));
    await reads(page, "KOK-2026-001");
    await looksWell(official, "a rehearsal");
    await picture(official, "fi-rehearsal");

    await page.locator("table a").first().click();
    await page.waitForURL(/rehearsal\/KOK-2026-001$/);
    await reads(page, say("This application is made up. Nothing here is real, and nothing is kept."));
    const letter = page.locator("#letters ~ details").first();
    await letter.locator("summary").click();
    assert.match(plain(await letter.innerText()), /KOK-2026-001/, "its receipt went to nobody, and can be read");
    await looksWell(official, "a made-up application");

    await page.goto("/fi/desk");
    assert.ok(!plain(await page.locator("main").innerText()).includes("KOK-2026"), "nothing waits on the desk");
    await page.goto("/fi/demo/mailbox");
    assert.ok(!plain(await page.locator("main").innerText()).includes("KOK-2026"), "no letter left");
    assert.equal((await page.request.get("/fi/calls/2026")).status(), 404, "the call itself is not published");

    await page.goto(`${draft}/pages/basics`);
    await page.locator('[id="name.fi"]').fill("");
    await press(page, say("Save"));
    await page.goto(`${draft}/rehearsal`);
    await reads(page, say("The call can be rehearsed when nothing is missing in it."));
    official.calm();
});

test("The same with the keyboard and without scripts, in Swedish", async (t) => {
    const town = await startTown(t);
    const browser = await openBrowser(t);
    const official = await prepares(t, browser, town, { language: "sv", scripts: false, width: 390 });
    const { page, say } = official;
    const enterOn = async (role, name) => {
        await page.getByRole(role, { name, exact: true }).first().focus();
        await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
    };
    await enterOn("button", `${say("Copy")} Ekosystemutlysning 2025`);
    await enterOn("link", say("Rehearse the call"));
    await stands(page, say("The call rehearsed"));
    await reads(page, say("Everything went as it is meant to."));
    await page.locator("table a").last().focus();
    await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
    await reads(page, say("Letters that were written"));
    await enterOn("link", say("Back to the rehearsal"));
    await enterOn("link", say("Back to the draft"));
    await stands(page, "Ekosystemutlysning 2025");
    official.calm();
});
