import assert from "node:assert/strict";
import test from "node:test";
import { looksWell, picture } from "./story/eye.mjs";
import { arrive, follow, heading, openBrowser, plain, press, reads, stands } from "./story/person.mjs";
import { answer, centria, coordinator, enter, fill, openSums, oulu, whole } from "./story/steps.mjs";
import { freshFolder, run, startTown } from "./story/town.mjs";

/** The calculator of the call: a support of 560 000 is 60 % of 933 333, and each sum tells why. */
async function worksOutTheShares(person) {
    const { page, say } = person;
    await page.locator("#support").fill("560 000");
    await page.getByLabel("julkinen: oma raha on julkista rahoitusta").check();
    await press(page, say("Work out"));
    const sums = await page.locator("#calculator .v-plan__sum").allInnerTexts();
    assert.deepEqual(sums.map(plain), ["560 000,00 €", "233 333,00 €", "140 000,00 €"]);
    await reads(page, "933 333,00 €", "#calculator");
    await openSums(page.locator("#calculator"));
    const because = page.locator("#calculator .v-because--city");
    assert.match(plain(await because.innerText()), /25 %.*233 333,00 €/);
    await looksWell(person, "the call with its calculator, the sums opened");
}

/** A section is saved with a wrong sum: the text stays, the box above leads to the field, the right one goes on. */
async function correctsASection(person, { wrong, field, typed, right }) {
    const { page, say } = person;
    const section = await heading(page);
    await looksWell(person, `${section}, empty`);
    await fill(page, wrong);
    await press(page, say("Save and continue"));
    const box = page.getByRole("alert");
    await box.waitFor();
    assert.match(await page.title(), new RegExp(`^${say("Error:")}`));
    assert.equal(await page.locator(`[id="${field}"]`).inputValue(), typed);
    const link = box.getByRole("link").first();
    const said = await link.innerText();
    await looksWell(person, `${section}, with a mistake`);
    await link.click();
    const target = (await link.getAttribute("href")).slice(1);
    assert.equal(await page.evaluate(() => document.activeElement.id), target, "the box leads to the field");
    await reads(page, said, `:has(> [id="${target}-error"]), fieldset:has([id="${target}"])`);
    await fill(page, right);
}

test("Centria's project manager reads the notice, applies in Finnish and gets a receipt", async (t) => {
    const folder = await freshFolder(t);
    const town = await startTown(t, { folder });
    const browser = await openBrowser(t);
    const person = await arrive(t, browser, town, { language: "fi" });
    const { page, say } = person;

    await page.goto("/");
    assert.equal(new URL(page.url()).pathname, "/fi", "the browser's language is taken");
    await stands(page, "Rahaa hankkeille, jotka uudistavat alueen teollisuutta");
    await reads(page, "Päättyy ma 2.6.2025 klo 16.15");
    await looksWell(person, "the front page");
    await picture(person, "front", { tall: 860 });
    await picture(person, "front-narrow", { width: 390, tall: 844 });
    await follow(page, "Lue haku ja hae");
    await stands(page, "Ekosysteemihaku 2025");
    await worksOutTheShares(person);
    await picture(person, "call", { tall: 960 });

    await follow(page, say("Start an application"));
    await looksWell(person, "the doors of the demo town");
    await enter(person, centria);
    await stands(page, say("Apply"));
    await looksWell(person, "the start of an application");
    await press(page, say("Start an application"));
    await reads(page, say("Draft – not sent"), ".v-state");
    const draft = new URL(page.url()).pathname;

    await follow(page, "Kerro hankkeesta");
    await fill(page, whole.project);
    await press(page, say("Save and continue"));
    await stands(page, "Valitse teema ja tavoitteet"); // the next section
    await correctsASection(person, {
        wrong: { ...whole.themes, themes: { battery: "60", circular: "30" } },
        field: "themes.circular",
        typed: "30",
        right: whole.themes,
    });
    await press(page, say("Save and continue"));
    await stands(page, "Kirjoita julkinen tiivistelmä");
    for (const section of ["summary", "plan", "main_funder", "notice", "applicant", "contact"]) {
        await answer(person, draft, section, whole[section]);
    }
    await page.goto(draft);
    await stands(page, "Akkuaine kiertoon");
    await follow(page, "Täytä budjetti ja rahoitus");
    await correctsASection(person, {
        wrong: { pay: { ...whole.budget.pay, 2026: "kolmesataa tonnia" }, applicant_kind: "public" },
        field: "pay.2026",
        typed: "kolmesataa tonnia",
        right: { pay: { 2026: "333 333,43" } },
    });
    await press(page, say("Save and work out the plan"));
    const plan = page.locator("section:has(> #plan)");
    assert.deepEqual((await plan.locator(".v-plan .v-plan__sum").allInnerTexts()).map(plain), [
        "560 000,00 €", "233 333,00 €", "140 000,00 €",
    ]);
    assert.equal(await page.locator('[id="pay.2026"]').inputValue(), "333 333,43", "what was typed stays as it was typed");
    await openSums(plan);
    assert.match(plain(await plan.locator(".v-because").last().innerText()), /40 %/, "the flat rate is told");
    await looksWell(person, "the budget with its plan, the sums opened");
    await press(page, say("Save and continue")); // the last section leads back

    await follow(page, say("Check and send"));
    await reads(page, "2026: 333 333,43 €");
    await reads(page, "Akkukemia 60 %");
    await press(page, say("Send the application"));
    await page.waitForURL(`**${draft}/receipt`);
    await stands(page, "Hakemus KOK-2025-001 on perillä");
    await reads(page, say("Sent – arrived"), ".v-state");
    await reads(page, "233 333,00 €");
    const hash = (await page.locator(".v-hash").innerText()).replace(/\s/g, "");
    assert.match(hash, /^[0-9a-f]{64}$/);
    const arrived = plain(await page.locator(`.v-side dt:text-is("${say("Arrived")}") + dd`).innerText());
    assert.match(arrived, /^ma 26\.5\.2025 klo 11\.\d\d\.\d\d$/);
    await looksWell(person, "the receipt");
    const bookmark = page.url();
    await follow(page, say("Open the application as sent"));
    await reads(page, "Akkuaine kiertoon");
    await looksWell(person, "the application as sent");

    const tab = await person.context.newPage();
    await tab.goto(bookmark);
    assert.equal((await tab.locator(".v-hash").innerText()).replace(/\s/g, ""), hash, "the bookmark shows the same");
    await tab.close();
    await theBookmarkIsPrivate(t, browser, town, bookmark);
    await theLetterCame(person, hash, arrived);
    await theCoordinatorSeesIt(t, browser, town, { arrived, hash });
    assert.match(await run("verify", "--town", folder), /1 submissions: whole/);
    person.calm();
});

/** A stranger is asked who they are, and somebody else finds no such page. */
async function theBookmarkIsPrivate(t, browser, town, bookmark) {
    const other = await arrive(t, browser, town, { language: "fi" });
    await other.page.goto(bookmark);
    await stands(other.page, other.say("Sign in"));
    await enter(other, oulu);
    await stands(other.page, other.say("There is no such page"));
    assert.equal((await other.page.goto(bookmark)).status(), 404);
    await follow(other.page, other.say("My applications"));
    await looksWell(other, "my applications, none yet");
    other.calm();
}

/** The mailbox of the demo town has the receipt, in the applicant's language, with the same figures. */
async function theLetterCame(person, hash, arrived) {
    const { page, say } = person;
    await follow(page, say("Mailbox"));
    const letter = page.locator("article").first();
    await reads(page, say("Application {0} has arrived", "KOK-2025-001"), "article h2");
    await reads(page, "projektipaallikko@centria.example", "article");
    const text = plain(await letter.innerText());
    for (const part of [hash, arrived, "Akkuaine kiertoon", "/receipt"]) {
        assert.ok(text.includes(part), `${part} in: ${text}`);
    }
    await looksWell(person, "the mailbox with the letter");
    await follow(page, say("My applications"));
    await reads(page, "KOK-2025-001");
    await looksWell(person, "my applications, one sent");
}

/** The coordinator sees the application, the sum of all against the pot and whose pot it is; and takes it off the list. */
async function theCoordinatorSeesIt(t, browser, town, { arrived, hash }) {
    const official = await arrive(t, browser, town, { language: "fi" });
    const { page, say } = official;
    await enter(official, coordinator);
    await stands(page, say("Desk"));
    await reads(page, "Akkuaine kiertoon");
    await looksWell(official, "the desk");
    await follow(page, "Ekosysteemihaku 2025");
    const pot = plain(await page.locator("section:has(> #pots)").innerText());
    for (const part of ["Keski-Pohjanmaan liitto", "noin 560 000 €", "560 000,00 €", "233 333,00 €", "933 333,00 €"]) {
        assert.ok(pot.includes(part), `${part} in: ${pot}`);
    }
    const row = plain(await page.locator("section:has(> #list) tbody tr").innerText());
    for (const part of ["KOK-2025-001", "Akkuaine kiertoon", "Centria-ammattikorkeakoulu", arrived, "560 000,00 €"]) {
        assert.ok(row.includes(part), `${part} in: ${row}`);
    }
    await looksWell(official, "the arrived applications");
    await follow(page, "Akkuaine kiertoon");
    await looksWell(official, "an application as a case");
    await follow(page, say("Read the application as sent"));
    assert.equal((await page.locator(".v-hash").innerText()).replace(/\s/g, ""), hash, "what was sent, to the letter");
    await looksWell(official, "an application as the coordinator reads it");
    await press(page, say("Mark as looked at"));
    await reads(page, plain(say("Looked at {0}.", "")).slice(0, -1));
    await follow(page, say("Desk"));
    await reads(page, say("Nothing waits for you."));
    official.calm();
}
