import assert from "node:assert/strict";
import test from "node:test";
import { looksWell, picture } from "./story/eye.mjs";
import { arrive, follow, openBrowser, plain, press, reads, stands } from "./story/person.mjs";
import { chydenius, enter, fill, whole } from "./story/steps.mjs";
import { startTown } from "./story/town.mjs";

const swedish = {
    summary: {
        public_summary:
            "Grafit blir över när metaller återvinns ur batterier. Projektet tar vara på den, renar den i Karleby och " +
            "prövar den i nya celler. Metoden publiceras öppet.",
    },
    plan: {
        need: "Grafit från återvunna batterier bränns i dag. Europa importerar nästan all batterigrafit.",
        objective: "Grafit ur sidoströmmar kan renas i Karleby så att den duger i nya celler.",
        actions: "Universitetet bygger försöksutrustningen. Företagen lämnar sidoströmmar och prövar resultatet.",
        outputs: "En försöksutrustning, en öppen rapport och ett utbildningspaket.",
        effects: "Ett nytt led i regionens värdekedja för batterier.",
    },
    main_funder: { main_funder: "Mellersta Österbottens förbund" },
    notice: { decision_language: "sv", electronic_notice: "yes" },
    contact: { contact_name: "Projektledaren", contact_phone: "+358 44 000 0000" },
};

/** From the second section to the budget, each with the button that leads to the next. */
async function fillsInTheSections({ page, say }, eyes) {
    await stands(page, "Välj tema och mål");
    await page.getByRole("textbox", { name: "Batterikemi" }).fill("100");
    await page.getByLabel("Identifiering och utveckling av nya affärsmöjligheter").check();
    await press(page, say("Save and continue"));
    await eyes("themes", "sv-section", 1100);
    for (const [heading, section] of [
        ["Skriv ett offentligt sammandrag", "summary"],
        ["Beskriv behov och mål", "plan"],
        ["Koppla till ansökan hos huvudfinansiären", "main_funder"],
        ["Välj språk för beslutet", "notice"],
    ]) {
        await stands(page, heading);
        await fill(page, swedish[section]);
        await press(page, say("Save and continue"));
    }
    await stands(page, "Komplettera genomförarens uppgifter");
    await fill(page, { ...whole.applicant, official_name: "", business_id: "02458947", organisation_type: "university" });
    await press(page, say("Save and continue"));
    await stands(page, "Utse en kontaktperson");
    await fill(page, swedish.contact);
    await press(page, say("Save and continue"));
}

/** axe needs scripts: other eyes, with the same cookies, look at the same pages and take the pictures of them. */
async function anothersEyes(t, browser, person, draft) {
    const eyes = await arrive(t, browser, person.town, { language: "sv" });
    await eyes.context.addCookies(await person.context.cookies());
    return async (where, name, tall) => {
        const place = ["themes", "budget"].includes(where) ? `/sections/${where}` : where && `/${where}`;
        await eyes.page.goto(where.startsWith("/") ? where : `${draft}${place}`);
        if (name) await picture(eyes, name, { tall });
        await looksWell(eyes, `in Swedish, ${where || "the task list"}`);
        eyes.calm();
    };
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
    const look = await anothersEyes(t, browser, person, draft);
    await fillsInTheSections(person, look);

    await stands(page, "Fyll i budget och finansiering");
    await page.getByRole("textbox", { name: "Lönekostnader 2025" }).fill("femtio tusen");
    await page.getByRole("textbox", { name: "Lönekostnader 2026" }).fill("333 333,43");
    await page.getByRole("textbox", { name: "Lönekostnader 2027" }).fill("283 333");
    await press(page, say("Save and continue"));
    assert.equal(await page.getByRole("alert").getByRole("link").first().getAttribute("href"), "#pay.2025");
    assert.equal(await page.getByRole("textbox", { name: "Lönekostnader 2025" }).inputValue(), "femtio tusen", "what was typed stays");
    await page.getByRole("textbox", { name: "Lönekostnader 2025" }).fill("50 000");
    await page.getByLabel("offentliga: kommun").check();
    await press(page, say("Save and work out the plan"));
    await reads(page, "Karleby", ".v-plan");
    await reads(page, "233 333,00 €", ".v-plan");
    await look("budget", "sv-budget", 1500);
    await press(page, say("Save and continue"));
    await look("", "sv-tasks", 1300);
    await follow(page, say("Check and send"));
    await look("check", "sv-check", 1000);
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

    await look("receipt", "sv-receipt", 1000);
    await look("sent");
    await look("/sv/demo/mailbox");
    await look("/sv/calls/2025?total=933333&applicant=public");
    await look("/sv");
});
