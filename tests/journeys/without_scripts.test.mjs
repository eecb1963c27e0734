import assert from "node:assert/strict";
import test from "node:test";
import { looksWell } from "./story/eye.mjs";
import { arrive, follow, openBrowser, plain, press, reads, stands } from "./story/person.mjs";
import { chydenius, enter, fill, whole } from "./story/steps.mjs";
import { startTown } from "./story/town.mjs";

/** From the second section to the budget, each with the button that leads to the next. */
async function fillsInTheSections({ page, say }) {
    await stands(page, "Välj tema och mål");
    await page.getByLabel("Batterikemi", { exact: true }).fill("100");
    await page.getByLabel("Identifiering och utveckling av nya affärsmöjligheter").check();
    await press(page, say("Save and continue"));
    for (const [heading, section] of [
        ["Skriv ett offentligt sammandrag", "summary"],
        ["Beskriv behov och mål", "plan"],
        ["Koppla till ansökan hos huvudfinansiären", "main_funder"],
        ["Välj språk för beslutet", "notice"],
    ]) {
        await stands(page, heading);
        await fill(page, whole[section]);
        await press(page, say("Save and continue"));
    }
    await stands(page, "Komplettera genomförarens uppgifter");
    await fill(page, { ...whole.applicant, official_name: "", business_id: "02458947", organisation_type: "university" });
    await press(page, say("Save and continue"));
    await stands(page, "Utse en kontaktperson");
    await fill(page, whole.contact);
    await press(page, say("Save and continue"));
}

test("Chydenius' projektledare applies in Swedish with scripts turned off", async (t) => {
    const town = await startTown(t);
    const browser = await openBrowser(t);
    const person = await arrive(t, browser, town, { language: "sv", scripts: false });
    const { page, say } = person;

    await page.goto("/");
    assert.equal(new URL(page.url()).pathname, "/sv");
    await reads(page, "Stänger må 2.6.2025 kl. 16.15");
    await follow(page, "Läs utlysningen och ansök");
    await stands(page, "Ekosystemutlysning 2025");
    await page.getByLabel("Totala kostnader").fill("933333");
    await page.getByLabel("offentlig: de egna pengarna är offentlig finansiering").check();
    await press(page, say("Work out"));
    assert.deepEqual((await page.locator("#calculator .v-plan__sum").allInnerTexts()).map(plain), [
        "560 000,00 €", "233 333,00 €", "140 000,00 €",
    ]);
    const why = page.locator("#calculator details").first();
    await why.locator("summary").first().click();
    await why.getByText("× 60 %").waitFor();

    await follow(page, say("Start an application"));
    await enter(person, chydenius);
    await press(page, say("Start an application"));
    await reads(page, say("Draft – not sent"), ".v-state");
    const draft = new URL(page.url()).pathname;

    await page.goto("/sv/calls/2025");
    await follow(page, say("Start an application"));
    await follow(page, "Projekt utan namn"); // the call's link lists the draft that is there
    assert.equal(new URL(page.url()).pathname, draft);
    await follow(page, "Berätta om projektet");
    await page.getByLabel("Projektets offentliga namn").fill("Grafit ur sidoströmmar");
    await page.getByLabel("En genomförare").check();
    await page.getByLabel("Projektets första dag").fill("1.11.2025");
    await page.getByLabel("Projektets sista dag").fill("31.10.2024");
    await press(page, say("Save and continue"));
    const box = page.getByRole("alert");
    assert.equal(await box.getByRole("link").getAttribute("href"), "#ends", "the box leads to the last day");
    assert.equal(await page.getByLabel("Projektets sista dag").inputValue(), "31.10.2024", "what was typed stays");
    await page.getByLabel("Projektets sista dag").fill("31.10.2027");
    await press(page, say("Save and continue"));
    await fillsInTheSections(person);

    await stands(page, "Fyll i budget och finansiering");
    await page.getByRole("textbox", { name: "Lönekostnader 2025" }).fill("femtio tusen");
    await page.getByRole("textbox", { name: "Lönekostnader 2026" }).fill("333 333,43");
    await page.getByRole("textbox", { name: "Lönekostnader 2027" }).fill("283 333");
    await press(page, say("Save and continue"));
    assert.equal(await page.getByRole("alert").getByRole("link").first().getAttribute("href"), "#pay.2025");
    assert.equal(await page.getByRole("textbox", { name: "Lönekostnader 2025" }).inputValue(), "femtio tusen", "what was typed stays");
    await page.getByRole("textbox", { name: "Lönekostnader 2025" }).fill("50 000 €");
    await page.getByLabel("offentliga: kommun").check();
    await press(page, say("Save and work out the plan"));
    await reads(page, "Karleby", ".v-plan");
    await reads(page, "233 333,00 €", ".v-plan");
    await press(page, say("Save and continue"));
    await follow(page, say("Check and send"));
    await reads(page, say("Nothing has been sent yet. You get a receipt at once, with the time of arrival."));
    await press(page, say("Send the application"));
    await page.waitForURL(`**${draft}/receipt`);
    await reads(page, say("Sent – arrived"), ".v-state");
    assert.match((await page.locator(".v-hash").innerText()).replace(/\s/g, ""), /^[0-9a-f]{64}$/);
    await follow(page, say("Mailbox"));
    const letter = page.locator("article");
    assert.equal(await letter.locator("h2").getAttribute("lang"), "sv", "the letter is in the applicant's language");
    await reads(page, say("Application {0} has arrived", "KOK-2025-001"), "article h2");
    person.calm();

    // axe needs scripts: other eyes look at the same pages, with the same cookies
    const eyes = await arrive(t, browser, town, { language: "sv" });
    await eyes.context.addCookies(await person.context.cookies());
    for (const path of ["/sv", "/sv/calls/2025?total=933333&applicant=public", `${draft}/receipt`, `${draft}/sent`, "/sv/demo/mailbox"]) {
        await eyes.page.goto(path);
        await looksWell(eyes, path);
    }
    eyes.calm();
});
