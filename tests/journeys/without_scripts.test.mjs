import assert from "node:assert/strict";
import test from "node:test";
import { looksWell } from "./story/eye.mjs";
import { arrive, follow, openBrowser, plain, press, reads, stands } from "./story/person.mjs";
import { chydenius, enter, whole } from "./story/steps.mjs";
import { startTown } from "./story/town.mjs";

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
    assert.equal(new URL(page.url()).pathname, draft, "the call's link opens the draft that is there");
    await page.locator("main").getByRole("link", { name: "Projekt", exact: true }).click();
    await page.getByLabel("Projektets namn").fill("Grafit ur sidoströmmar");
    await page.getByLabel("Projektets första dag").fill("1.11.2025");
    await page.getByLabel("Projektets sista dag").fill("31.10.2024");
    await page.getByLabel("Batterikemi").fill("100");
    await press(page, say("Save and continue"));
    const box = page.getByRole("alert");
    assert.equal(await box.getByRole("link").getAttribute("href"), "#ends", "the box leads to the last day");
    assert.equal(await page.getByLabel("Projektets sista dag").inputValue(), "31.10.2024", "what was typed stays");
    await page.getByLabel("Projektets sista dag").fill("31.10.2027");
    await press(page, say("Save and continue"));
    await stands(page, "Grafit ur sidoströmmar");

    await follow(page, "Budget och finansiering");
    await page.getByLabel("Lönekostnader").fill("hundra tusen");
    await press(page, say("Save and continue"));
    assert.equal(await page.getByRole("alert").getByRole("link").first().getAttribute("href"), "#pay");
    assert.equal(await page.getByLabel("Lönekostnader").inputValue(), "hundra tusen", "what was typed stays");
    await page.getByLabel("Lönekostnader").fill(whole.budget.pay);
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
