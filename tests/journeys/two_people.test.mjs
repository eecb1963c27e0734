import assert from "node:assert/strict";
import test from "node:test";
import { looksWell } from "./story/eye.mjs";
import { arrive, follow, openBrowser, plain, press, reads, stands } from "./story/person.mjs";
import { answer, begin, centria, enter, fill, openSums, oulu, saved, send, whole } from "./story/steps.mjs";
import { startTown } from "./story/town.mjs";

/** The colleague's university is the second implementer: 71 428.57 of pay makes 100 000 €. */
const ofOulu = {
    applicant: { ...whole.applicant, official_name: "Oulun yliopisto", business_id: "0245895-5", organisation_type: "university" },
    contact: { contact_name: "Tutkimuspäällikkö", contact_email: "tp@oulu.example", contact_phone: "040 000 0000" },
    budget: { pay: { 2026: "71428,57" }, applicant_kind: "public" },
};

/** Invites by an address; the first one typed is none. Gives the link that the letter brings. */
async function invites({ page, say, ...person }) {
    const manager = { page, say, ...person };
    await follow(page, say("Invite people to take part"));
    await looksWell(manager, "people, the first one alone");
    const email = page.getByLabel(say("E-mail address"));
    await email.fill("tutkimuspaallikko(at)oulu.example");
    await press(page, say("Send the invitation"));
    await page.getByRole("alert").waitFor();
    assert.equal(await email.inputValue(), "tutkimuspaallikko(at)oulu.example", "what was typed stays");
    await looksWell(manager, "people, no address");
    await email.fill("tutkimuspaallikko@oulu.example");
    await press(page, say("Send the invitation"));
    await reads(page, say("Invited"));
    await looksWell(manager, "people, one invited");
    await follow(page, say("Mailbox"));
    return /\/fi\/invitations\/\S+/.exec(await page.locator("article").first().innerText())[0];
}

/** Opens the link without a session, signs in and takes part; afterwards the link is used up. */
async function takesPart({ page, say, ...person }, link, draft) {
    await page.goto(link);
    await enter({ page, say, ...person }, oulu);
    await stands(page, "Akkuaine kiertoon");
    await reads(page, say("Fills in"));
    await looksWell({ page, ...person }, "an invitation");
    await press(page, say("Take part"));
    assert.equal(new URL(page.url()).pathname, draft);
    await reads(page, say("You may fill in and check. Sending is for those named above."));
    await looksWell({ page, ...person }, "the task list of one who may not send");
    assert.equal((await page.goto(link)).status(), 404);
    await stands(page, say("The invitation is no longer valid"));
    await looksWell({ page, ...person }, "an invitation that was used");
}

/** Each types into a section of their own at the same time; both are saved, and nobody is told anything. */
async function writeSideBySide(manager, colleague, draft) {
    await manager.page.goto(`${draft}/sections/summary`);
    await colleague.page.goto(`${draft}/sections/plan`);
    await Promise.all([
        saved(manager.page),
        saved(colleague.page),
        fill(manager.page, whole.summary),
        fill(colleague.page, { ...whole.plan, risks: "" }),
    ]);
    await press(manager.page, manager.say("Save and continue"));
    await press(colleague.page, colleague.say("Save and return to the tasks"));
    assert.equal(new URL(colleague.page.url()).pathname, draft);
    await stands(manager.page, "Kuvaa tarve ja tavoitteet"); // what the colleague wrote meanwhile
    assert.equal(await manager.page.locator("#need").inputValue(), whole.plan.need);
}

/** Both have the same section open: who saves second sees both texts, and what is typed stays. */
async function writeInTheSame(manager, colleague, draft) {
    await colleague.page.goto(`${draft}/sections/plan`);
    await Promise.all([saved(colleague.page), fill(colleague.page, { need: "Tutkijan teksti." })]);
    await fill(manager.page, { need: "Päällikön teksti." });
    const told = manager.say("Not saved: somebody else changed this section. Save it with the button to see both texts.");
    await manager.page.locator(".v-saved", { hasText: told }).waitFor();
    await looksWell(manager, "somebody else changed the section");
    await press(manager.page, manager.say("Save and continue"));
    const both = plain(await manager.page.locator("section:has(> #both)").innerText());
    for (const text of ["Tutkijan teksti.", "Päällikön teksti."]) assert.ok(both.includes(text), `${text} in: ${both}`);
    await looksWell(manager, "both texts of one section");
    await fill(manager.page, { need: "Tutkijan teksti. Päällikön teksti." });
    await press(manager.page, manager.say("Save and continue"));
    await colleague.page.goto(`${draft}/sections/plan`);
    assert.equal(await colleague.page.locator("#need").inputValue(), "Tutkijan teksti. Päällikön teksti.");
    await reads(colleague.page, centria, ".v-saved"); // who saved last, where it was another
}

/** The colleague's university gets a part of its own, with its own budget. */
async function addAnImplementer(manager, colleague, draft) {
    await manager.page.goto(draft);
    await press(manager.page, manager.say("Add an implementer"));
    await press(manager.page, manager.say("Add an implementer")); // one too many
    const third = manager.page.locator("section:has(#part-3)");
    await third.locator("summary").click();
    await looksWell(manager, "the task list of a group, one is taken away");
    await press(manager.page, `${manager.say("Take away the implementer")} Toteuttaja 3`);
    assert.equal(await third.count(), 0);
    await colleague.page.goto(draft);
    await colleague.page.locator("section:has(> .v-bar-row > #part-2)").getByRole("link").first().click();
    await fill(colleague.page, { ...ofOulu.applicant, official_name: "" }); // the register knows the name
    await press(colleague.page, colleague.say("Save and continue"));
    await fill(colleague.page, ofOulu.contact);
    await press(colleague.page, colleague.say("Save and continue"));
    await fill(colleague.page, ofOulu.budget);
    await colleague.page.locator("section:has(> #plan)").getByText("25 000,00").first().waitFor();
    await looksWell(colleague, "the budget of the second implementer");
    await press(colleague.page, colleague.say("Save and continue"));
    await reads(colleague.page, "Oulun yliopisto", "h2#part-2");
}

/** What is missing and who may send is shown to one who only fills in; a button to send is not. */
async function seesWhatIsMissing({ page, say, ...person }) {
    await follow(page, say("See what is missing"));
    await reads(page, say("You may fill in and check. These people may send:"));
    await reads(page, centria, "section:has(> #send)");
    assert.equal(await page.getByRole("button", { name: say("Send the application") }).count(), 0);
    const missing = page.locator("section:has(> #wanting)");
    assert.ok((await missing.getByRole("link").count()) > 3);
    await looksWell({ page, ...person }, "the check page of one who may not send");
    await missing.getByRole("link").first().click();
    await page.waitForURL(/checked=1#/);
    assert.equal(await page.locator(new URL(page.url()).hash).count(), 1, "the link leads to the field");
}

test("Two people and two implementers write one application, and the one who manages sends it", async (t) => {
    const town = await startTown(t);
    const browser = await openBrowser(t);
    const manager = await arrive(t, browser, town, { language: "fi" });
    const colleague = await arrive(t, browser, town, { language: "fi" });
    await enter(manager, centria);
    const draft = await begin(manager);
    await answer(manager, draft, "project", { ...whole.project, project_kind: "group" });
    await manager.page.goto(draft);
    await takesPart(colleague, await invites(manager), draft);
    await manager.page.goto(`${draft}/people`);
    await reads(manager.page, oulu);
    await looksWell(manager, "people, both");
    await writeSideBySide(manager, colleague, draft);
    await writeInTheSame(manager, colleague, draft);
    await addAnImplementer(manager, colleague, draft);
    await seesWhatIsMissing(colleague);

    for (const section of ["themes", "main_funder", "notice", "applicant", "contact", "budget"]) {
        await answer(manager, draft, section, whole[section]);
    }
    const { page, say } = manager;
    await page.goto(`${draft}/check`);
    await reads(page, "258 333,00 €", "section:has(> #plan)");
    await looksWell(manager, "the check page of a group");
    await openSums(page.locator("section:has(> #plan)"));
    for (const part of ["Centria-ammattikorkeakoulu: Kokkola 233 333,00 €", "Oulun yliopisto: Kokkola 25 000,00 €"]) {
        await reads(page, part, ".v-because--city"); // the sum of the group is made of the parts' sums
    }
    await send(manager, draft);
    await reads(page, "258 333,00 €");
    await colleague.page.goto(draft);
    await stands(colleague.page, "Hakemus KOK-2025-001 on perillä");
    await reads(colleague.page, say("Those who may send the application may also reopen and withdraw it."));
    await looksWell(colleague, "the receipt of one who may not send");
    manager.calm();
    colleague.calm();
});
