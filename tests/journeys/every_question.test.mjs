import assert from "node:assert/strict";
import { copyFile, cp } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import { looksWell, picture } from "./story/eye.mjs";
import { arrive, openBrowser, press, reads, stands } from "./story/person.mjs";
import { centria, enter, fill } from "./story/steps.mjs";
import { freshFolder, startTown, top } from "./story/town.mjs";

/** A town whose programme has the call that asks every kind of question, too. */
async function townOfEveryQuestion(t) {
    const programme = path.join(await freshFolder(t), "programme");
    await cp(path.join(top, "programmes/kokkola"), programme, { recursive: true });
    await copyFile(path.join(top, "tests/calls/every-question.toml"), path.join(programme, "calls/every-question.toml"));
    return startTown(t, { more: ["--programme", programme] });
}

async function begins({ page, language }) {
    await page.goto(`/${language}/calls/every/apply`);
    await page.locator("main form button").click();
    await page.waitForURL(/\/applications\/[0-9a-z]{26}$/);
    return new URL(page.url()).pathname;
}

const simple = { hours: "1 720", women: "52,5", "pilot.first": "1.2.2026", "pilot.last": "31.3.2026", state_aid: "no" };

test("Centria's projektipäällikkö answers every kind of question, while the page sums and counts", async (t) => {
    const town = await townOfEveryQuestion(t);
    const browser = await openBrowser(t);
    const person = await arrive(t, browser, town);
    const { page, say } = person;
    await enter(person, centria);
    const draft = await begins(person);

    await page.goto(`${draft}/sections/simple`);
    await reads(page, "Tässä osassa kysytään pilotista");
    await fill(page, simple);
    await looksWell(person, "the simple kinds");
    await picture(person, "every-simple", { tall: 1500 });
    await page.getByRole("button", { name: say("Save and add a file") }).click();
    await page.waitForURL("**/attachments**");
    await page.locator("[id='attachments.other-file']").setInputFiles({
        name: "aie.txt",
        mimeType: "text/plain",
        buffer: Buffer.from("Aiomme olla mukana."),
    });
    await page.locator("[id='attachments.other']").getByRole("button", { name: say("Add") }).click();
    await page.getByText("aie.txt").first().waitFor();
    await page.goto(`${draft}/sections/simple`);
    await page.getByRole("link", { name: "aie.txt" }).waitFor();
    assert.equal(await page.locator("[name=hours]").inputValue(), "1 720");

    await page.goto(`${draft}/sections/rows`);
    await fill(page, { "staff.1.post": "Tutkija", "staff.1.hours": "1720", "staff.1.pay": "40 000,50" });
    await page.locator("[name='staff.1.hired']").selectOption("yes");
    await page.locator("[name='staff.1.post']").press("Enter"); // goes on, and takes no row away
    await page.waitForLoadState();
    await page.goto(`${draft}/sections/rows`);
    await page.getByRole("button", { name: `${say("Add a row")} Henkilöstö` }).click();
    await page.locator("[name='staff.2.post']").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.name), "staff.2.post", "the new row has the cursor");
    await fill(page, { "staff.2.post": "Kehittäjä", "staff.2.pay": "9 999,50" });
    await page.locator("table.v-rows tfoot").getByText("50 000,00").waitFor(); // the script asks for the sum
    await page.locator("[name='staff.2.pay']").fill("paljon");
    await press(page, say("Save and continue"));
    await reads(page, "Henkilöstö, rivi 2, Palkka:");
    assert.equal(await page.locator("[name='staff.2.pay']").getAttribute("aria-invalid"), "true");
    await looksWell(person, "rows with a fault");
    await picture(person, "every-rows", { tall: 1900 });
    await page.getByRole("button", { name: `${say("Remove")} Henkilöstö 2` }).click();
    await page.locator("[name='staff.2.post']").waitFor({ state: "detached" });
    person.calm();
});

test("A narrow screen without scripts: rows stand one under another", async (t) => {
    const town = await townOfEveryQuestion(t);
    const browser = await openBrowser(t);
    const person = await arrive(t, browser, town, { scripts: false, width: 390, language: "sv" });
    const { page, say } = person;
    await enter(person, centria);
    const draft = await begins(person);
    await page.goto(`${draft}/sections/rows`);
    await stands(page, "Personal och partner");
    await fill(page, { "staff.1.post": "Forskare", "staff.1.pay": "1000", "partners.1.name": "Lähde Oy" });
    await press(page, `${say("Add a row")} Personal`);
    await fill(page, { "staff.2.post": "Utvecklare", "staff.2.pay": "500" });
    await press(page, `${say("Add a row")} Partner`);
    await reads(page, "1 500,00");
    await picture(person, "every-rows-narrow", { tall: 2600 });
    const [seen, whole] = await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]).catch(() => [390, 390]);
    assert.ok(whole <= seen, "nothing is wider than the screen");
    await press(page, `${say("Remove")} Personal 1`);
    assert.equal(await page.locator("[name='staff.1.post']").inputValue(), "Utvecklare");
    person.calm();
});
