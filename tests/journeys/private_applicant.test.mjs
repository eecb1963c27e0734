import assert from "node:assert/strict";
import test from "node:test";
import { looksWell } from "./story/eye.mjs";
import { arrive, openBrowser, plain, press, reads } from "./story/person.mjs";
import { answer, enter, fill, oulu, send, whole, writeDraft } from "./story/steps.mjs";
import { startTown } from "./story/town.mjs";

/** 71 428.57 of pay make 100 000 € in all. */
const company = {
    applicant: {
        ...whole.applicant,
        official_name: "Pölytieto Oy",
        business_id: "1234567-1",
        organisation_type: "company",
        vat: "deducted",
    },
    budget: { pay: { 2025: "", 2026: "71 428,57", 2027: "" } },
};

/** Ticking "private" shows at once what becomes of the ratio, and what can be done. */
async function seesItsRatio(person, draft) {
    const { page } = person;
    await page.goto(`${draft}/sections/budget`);
    await fill(page, { ...company.budget, applicant_kind: "private" });
    const plan = page.locator("section:has(> #plan)");
    await plan.getByText("25 000,00").first().waitFor();
    assert.deepEqual((await plan.locator(".v-plan .v-plan__sum").allInnerTexts()).map(plain), [
        "60 000,00 €", "25 000,00 €", "15 000,00 €",
    ]);
    await press(page, person.say("Save and continue"));
    // 60 000 of the 85 000 that are public
    const told = "70,59 % julkisesta rahoituksesta, vaikka osuuden pitäisi olla 60 %";
    await reads(page, told, "[role=alert]");
    await reads(page, told, "fieldset:has([name=applicant_kind])");
    await reads(page, "15 000,00 €", "[role=alert]"); // for this much a public payer is needed
    await looksWell(person, "the budget of a private applicant");
}

async function seesWhyItCannotBeSent(person, draft) {
    const { page, say } = person;
    await page.goto(`${draft}/check`);
    await reads(page, "70,59 %", "section:has(> #wanting)");
    await reads(page, say("The application is not whole yet."), "section:has(> #send)");
    assert.equal(await page.getByRole("button", { name: say("Send the application") }).count(), 0);
    await looksWell(person, "the check page of a private applicant");
}

/** What the page advised: a public body applies, and the company pays its part from outside. */
async function aPublicBodyApplies(person, draft) {
    const { page } = person;
    await answer(person, draft, "applicant", { official_name: "Oulun yliopisto", business_id: "0245895-5", organisation_type: "university" });
    await answer(person, draft, "budget", { applicant_kind: "public", outside_private: "15 000" });
    await page.goto(`${draft}/check`);
    const sums = (await page.locator(".v-plan .v-plan__sum").allInnerTexts()).map(plain);
    assert.deepEqual(sums, ["51 000,00 €", "21 250,00 €", "12 750,00 €", "15 000,00 €"]); // the shares are of 85 000
    await looksWell(person, "the check page with private money from outside");
    await send(person, draft);
    await reads(page, "21 250,00 €");
}

test("A company sees what its private money does to the ratio, and what can be done about it", async (t) => {
    const town = await startTown(t);
    const person = await arrive(t, await openBrowser(t), town, { language: "fi" });
    await enter(person, oulu);
    const draft = await writeDraft(person, { title: "Pölytieto" });
    await answer(person, draft, "applicant", company.applicant);
    await seesItsRatio(person, draft);
    await seesWhyItCannotBeSent(person, draft);
    await aPublicBodyApplies(person, draft);
    person.calm();
});
