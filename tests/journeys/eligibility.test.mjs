// A citizen who has no account asks whether her project may apply: a few questions made from the call's rules, the answer,
// why, and whom to ask. Maija in Finnish, Sven in Swedish without scripts, Jane in English with the keyboard.
import assert from "node:assert/strict";
import test from "node:test";
import { looksWell } from "./story/eye.mjs";
import { arrive, follow, openBrowser, press, reads, stands } from "./story/person.mjs";
import { programmeWith, startTown } from "./story/town.mjs";

/** A town whose call lets a project last three years, cost at most 500 000 euros, and takes no company alone. */
async function townWithLimits(t) {
    const limits = `
[funding.longest]
months = 36

[funding.total_costs_most]
most = 500_000

[funding.lone_company]
why = { fi = "Yritys ei voi hakea yksin.", sv = "Ett företag kan inte söka ensamt.", en = "A company may not apply alone." }
`;
    const change = (text) => text.replace("\n[[funding.payers]]\n", `${limits}\n[[funding.payers]]\n`);
    return startTown(t, { more: await programmeWith(t, { change }) });
}

const office = {
    fi: "Kokkolan kaupunki, hankekoordinaattori",
    sv: "Karleby stad, projektkoordinator",
    en: "City of Kokkola, project coordinator",
};
/** The answers by the names of their questions. */
async function answers(page, { theme, implementers, companies, months, total }) {
    for (const [name, value] of Object.entries({ theme, implementers, companies })) {
        await page.locator(`[name="${name}"][value="${value}"]`).check();
    }
    await page.locator("[name=months]").fill(months);
    await page.locator("[name=total]").fill(total);
}
const good = { theme: "battery", implementers: "one", companies: "no", months: "24", total: "300 000" };

test("Maija asks in Finnish: what does not fit, why, and that she can when it is changed", async (t) => {
    const town = await townWithLimits(t);
    const browser = await openBrowser(t);
    const maija = await arrive(t, browser, town, { language: "fi" });
    const { page, say } = maija;
    await page.goto("/fi/calls/2025");
    await follow(page, say("Check in two minutes whether you can apply"));
    await stands(page, say("Can you apply?"));
    await looksWell(maija, "the questions before one begins");
    await press(page, say("Check"));
    await reads(page, say("Not everything is answered yet"));

    await answers(page, { theme: "none", implementers: "one", companies: "yes", months: "48", total: "600 000" });
    await press(page, say("Check"));
    await reads(page, say("By these answers you cannot apply in this call"));
    await reads(page, say("The call takes only projects that belong to its themes."));
    await reads(page, "Yritys ei voi hakea yksin.");
    await reads(page, "Hanke kestää enintään 36 kuukautta.");
    await reads(page, "500 000,00 €");
    await reads(page, office.fi);
    await looksWell(maija, "why one cannot apply");

    await page.locator("[name=months]").fill("kaksi vuotta");
    await press(page, say("Check"));
    await page.locator(".v-error-box").waitFor();
    assert.equal(await page.locator("[name=months]").inputValue(), "kaksi vuotta", "what was typed is kept");
    await answers(page, good);
    await press(page, say("Check"));
    await reads(page, say("By these answers you can apply"));
    await looksWell(maija, "one can apply");
    await follow(page, say("Start an application"));
    await page.waitForURL(/sign-in/);
    maija.calm();
});

test("Sven asks in Swedish, without scripts", async (t) => {
    const town = await townWithLimits(t);
    const browser = await openBrowser(t);
    const sven = await arrive(t, browser, town, { language: "sv", scripts: false, width: 390 });
    const { page, say } = sven;
    await page.goto("/sv/calls/2025");
    await follow(page, say("Check in two minutes whether you can apply"));
    await answers(page, { ...good, companies: "yes" });
    await press(page, say("Check"));
    await reads(page, say("By these answers you cannot apply in this call"));
    await reads(page, "Ett företag kan inte söka ensamt.");
    await reads(page, office.sv);
    await page.locator('[name="implementers"][value="several"]').check();
    await page.locator('[name="companies"][value="no"]').check();
    await press(page, say("Check"));
    await reads(page, say("By these answers you can apply"));
    sven.calm();
});

test("Jane asks in English with the keyboard, on a closed call, too", async (t) => {
    const town = await townWithLimits(t);
    const browser = await openBrowser(t);
    const jane = await arrive(t, browser, town, { language: "en" });
    const { page, say } = jane;
    await page.goto("/en/calls/2025/eligibility");
    for (const [name, value] of Object.entries({ theme: "battery", implementers: "one", companies: "no" })) {
        await page.locator(`[name="${name}"]`).first().focus();
        await page.keyboard.press("Space");
        while (!(await page.locator(`[name="${name}"][value="${value}"]`).isChecked())) await page.keyboard.press("ArrowDown");
    }
    await page.locator("[name=months]").focus();
    await page.keyboard.type("37");
    await page.keyboard.press("Tab");
    await page.keyboard.type("300000");
    await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
    await reads(page, say("By these answers you cannot apply in this call"));
    await reads(page, "A project lasts at most 36 months.");
    await reads(page, say("Change an answer below to see what would be possible, or ask the office."));
    await reads(page, office.en);
    await looksWell(jane, "why one cannot apply");
    const asked = page.url();
    await press(page, say("After the deadline"));
    await page.goto(asked.replace("months=37", "months=36"));
    await reads(page, say("By these answers you could have applied, but the call has closed"));
    jane.calm();
});
