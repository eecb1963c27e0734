import assert from "node:assert/strict";
import test from "node:test";
import { looksWell } from "./story/eye.mjs";
import { arrive, follow, openBrowser, press, reads, stands } from "./story/person.mjs";
import { coordinator, enter, openMenu, signOut } from "./story/steps.mjs";
import { startTown } from "./story/town.mjs";

const administrator = "Pääkäyttäjä · Kokkola";
const first = "kolme sanaa ja merikotka";
const second = "neljä sanaa ja sinisorsa";

/** The path of the link in the newest letter to `address` that holds `part`, from the town's mailbox. */
async function linkInMailbox({ context, language }, address, part) {
    const mailbox = await context.newPage();
    await mailbox.goto(`/${language}/demo/mailbox`);
    const letter = mailbox.locator(`article:has(dd:text-is("${address}")):has(a[href*="${part}"])`).first();
    const path = await letter.locator(`a[href*="${part}"]`).first().getAttribute("href");
    await mailbox.close();
    return path;
}

/** The subjects of all letters to `address`, newest first. */
async function lettersTo({ context, language }, address) {
    const mailbox = await context.newPage();
    await mailbox.goto(`/${language}/demo/mailbox`);
    const subjects = await mailbox.locator(`article:has(dd:text-is("${address}")) h2`).allInnerTexts();
    await mailbox.close();
    return subjects;
}

/** Makes an account in the browser of `person`, by the link in the mailbox. */
async function registers(person, email, name) {
    const { page, say, language } = person;
    await page.goto(`/${language}/register`);
    await page.getByLabel(say("E-mail address")).fill(email);
    await press(page, say("Send the link"));
    await stands(page, say("Look into your mailbox"));
    await page.goto(await linkInMailbox(person, email, "/register/"));
    await stands(page, say("Finish your account"));
    await page.getByLabel(say("Your name")).fill(name);
    await page.getByLabel(say("Password")).fill(first);
    await press(page, say("Make the account"));
    await stands(page, say("My account"));
}

async function signsIn({ page, say, language }, email, password) {
    await page.goto(`/${language}/sign-in`);
    await page.getByLabel(say("E-mail address")).fill(email);
    await page.getByLabel(say("Password")).fill(password);
    await press(page, say("Sign in"));
}

/** From the search for a part of the name to the list of what was said. */
async function saysToActFor({ page, say, language }, part, name, unit) {
    await page.goto(`/${language}/account/organisations`);
    await follow(page, say("Say for whom you act"));
    await page.getByLabel(say("Name or business ID")).fill(part);
    await press(page, say("Search"));
    await follow(page, name);
    await stands(page, say("I act for {0}", name));
    if (unit) await page.getByLabel(unit).check();
    await press(page, say("I act for it"));
    await stands(page, say("Organisations I act for"));
}

test("Helmi makes an account, forgets her password, looks after her sessions and changes her address", async (t) => {
    const town = await startTown(t);
    const browser = await openBrowser(t);
    const helmi = await arrive(t, browser, town, { language: "fi" });
    const { page, say } = helmi;
    const email = "helmi@centria.example";

    // an account is made behind a link; nothing typed wrongly is lost
    await page.goto("/fi/sign-in");
    await looksWell(helmi, "the doors and the form");
    await follow(page, say("Make an account"));
    await looksWell(helmi, "making an account");
    await page.getByLabel(say("E-mail address")).fill("helmi@centria");
    await press(page, say("Send the link"));
    await page.getByRole("alert").waitFor();
    assert.equal(await page.getByLabel(say("E-mail address")).inputValue(), "helmi@centria");
    await looksWell(helmi, "an address that is none");
    await page.getByLabel(say("E-mail address")).fill(email);
    await press(page, say("Send the link"));
    await stands(page, say("Look into your mailbox"));
    await looksWell(helmi, "a letter is on its way");
    const link = await linkInMailbox(helmi, email, "/register/");
    await page.goto(link);
    await looksWell(helmi, "behind the link");
    await page.getByLabel(say("Your name")).fill("Helmi Järvinen");
    await page.getByLabel(say("Password")).fill("lyhyt");
    await press(page, say("Make the account"));
    await page.getByRole("alert").waitFor();
    assert.equal(await page.getByLabel(say("Your name")).inputValue(), "Helmi Järvinen", "the name stays");
    await page.getByLabel(say("Password")).fill(first);
    await press(page, say("Make the account"));
    await stands(page, say("My account"));
    await reads(page, say("Your account is ready. You are signed in."));
    await openMenu(page);
    await looksWell(helmi, "my account with the menu open");
    assert.equal((await page.goto(link)).status(), 404, "the link works once");
    await looksWell(helmi, "a link that was used");

    // whoever asks for her address again is told nothing; she is
    const stranger = await arrive(t, browser, town, { language: "fi" });
    await stranger.page.goto("/fi/register");
    await stranger.page.getByLabel(say("E-mail address")).fill(email);
    await press(stranger.page, say("Send the link"));
    await stands(stranger.page, say("Look into your mailbox"));
    assert.ok((await lettersTo(stranger, email)).includes(say("You have an account in Vastin already")));
    stranger.calm();

    // signing out and in, with a wrong password in between
    await page.goto("/fi/account");
    await signOut(helmi);
    await signsIn(helmi, email, "väärä sana ja toinen");
    await reads(page, say("The e-mail address and the password do not belong together."), "[role=alert]");
    await looksWell(helmi, "a wrong password in the demo");
    await signsIn(helmi, email, first);
    await stands(page, say("My applications"));

    // the password is forgotten; the other session ends with the new one
    const phone = await arrive(t, browser, town, { language: "fi", width: 390 });
    await phone.page.goto("/fi/sign-in");
    await follow(phone.page, say("I have forgotten my password"));
    await looksWell(phone, "a forgotten password");
    await phone.page.getByLabel(say("E-mail address")).fill(email);
    await press(phone.page, say("Send the link"));
    await looksWell(phone, "a letter for a new password");
    await phone.page.goto(await linkInMailbox(phone, email, "/welcome/"));
    await stands(phone.page, say("Set a password"));
    await phone.page.getByLabel(say("Password")).fill(second);
    await press(phone.page, say("Set the password"));
    await signsIn(phone, email, second);
    await stands(phone.page, say("My applications"));
    await page.goto("/fi/account");
    await page.waitForURL("**/sign-in?next=*"); // her old session has ended
    await signsIn(helmi, email, second);

    // the sessions are listed; the phone's is ended from here
    await page.goto("/fi/account");
    assert.equal(await page.locator("#sessions ~ ul li").count(), 2);
    await reads(page, "Chrome, Linux");
    await looksWell(helmi, "two sessions");
    await page.locator("#sessions ~ ul form button").click();
    await page.waitForURL("**/account?done=sessions");
    assert.equal(await page.locator("#sessions ~ ul li").count(), 1);
    await phone.page.goto("/fi/account");
    await phone.page.waitForURL("**/sign-in?next=*");
    phone.calm();

    // name, language, password, address
    await page.goto("/fi/account/name");
    await looksWell(helmi, "name and language");
    await page.getByLabel(say("Your name")).fill("Helmi Järvinen-Lindroos, projektipäällikkö ja kehittämisasiantuntija");
    await press(page, say("Save"));
    await page.getByRole("alert").waitFor();
    await page.getByLabel(say("Your name")).fill("Helmi Järvinen-Lindroos, kehittämisasiantuntija");
    await press(page, say("Save"));
    await page.waitForURL("**/account?done=name");
    for (const width of [1280, 1024, 390]) {
        await page.setViewportSize({ width, height: 900 });
        const name = await page.locator(".v-menu > summary").boundingBox();
        assert.ok(name.height < 48, `a long name stands on one line at ${width} px: ${name.height}`);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    assert.ok((await page.locator(".v-head").boundingBox()).height < 80, "the head stays one line at 1280 px");
    await looksWell(helmi, "a long name");
    await page.goto("/fi/account/password");
    await page.getByLabel(say("Your present password")).fill(first);
    await page.getByLabel(say("New password")).fill(first);
    await press(page, say("Change the password"));
    await reads(page, say("This is not your password. Write it again."), "[role=alert]");
    await looksWell(helmi, "not her password");
    await page.getByLabel(say("Your present password")).fill(second);
    await page.getByLabel(say("New password")).fill(first);
    await press(page, say("Change the password"));
    await page.waitForURL("**/account?done=password");
    await page.goto("/fi/account/email");
    await looksWell(helmi, "another address");
    await page.getByLabel(say("New e-mail address")).fill("helmi@jyu.example");
    await page.getByLabel(say("Your present password")).fill(first);
    await press(page, say("Send the link"));
    await page.waitForURL("**/account?done=email");
    assert.ok((await lettersTo(helmi, email)).includes(say("A new e-mail address was asked for your account in Vastin")));
    await page.goto(await linkInMailbox(helmi, "helmi@jyu.example", "/email/"));
    await looksWell(helmi, "confirming the new address");
    await press(page, say("Use this address"));
    await stands(page, say("The address was changed"));
    await signOut(helmi);
    await signsIn(helmi, "helmi@jyu.example", first);
    await stands(page, say("My applications"));
    helmi.calm();
});

test("Sven says in Swedish that he acts for Chydenius, is confirmed by the coordinator and then confirms a colleague", async (t) => {
    const town = await startTown(t);
    const browser = await openBrowser(t);
    const sven = await arrive(t, browser, town, { language: "sv" });
    const { page, say } = sven;
    const jyvaskyla = "Jyväskylä universitet";
    await registers(sven, "sven@jyu.example", "Sven Lund");

    // he looks for it by name, by a wrong number, and chooses the unit
    await page.goto("/sv/account/organisations");
    await looksWell(sven, "nothing said yet");
    await page.goto("/sv/account/organisations/find?q=0245894-8");
    await page.getByRole("alert").waitFor();
    await looksWell(sven, "a number that is none");
    await page.goto("/sv/account/organisations/find?q=universitet");
    await looksWell(sven, "what was found");
    await follow(page, jyvaskyla);
    await looksWell(sven, "choosing the unit");
    await saysToActFor(sven, "0245894-7", jyvaskyla, "Karleby universitetscenter Chydenius");
    await reads(page, say("Not confirmed yet"));
    await looksWell(sven, "not confirmed yet");

    // it gives no right: there is nobody's application and no list to see
    assert.equal((await page.goto("/sv/desk/representatives")).status(), 404);

    // an organisation that nobody knows is added by its number
    await page.goto("/sv/account/organisations/say?number=123.456");
    await press(page, say("I act for it"));
    await page.getByRole("alert").waitFor();
    await looksWell(sven, "an organisation without a name");
    await page.getByLabel(say("Official name")).fill("Kiertotalouden ystävät ry");
    await page.getByLabel(say("Association"), { exact: true }).check();
    await press(page, say("I act for it"));
    await reads(page, "Kiertotalouden ystävät ry");
    await looksWell(sven, "two organisations");
    await press(page, `${say("Take back")} – Kiertotalouden ystävät ry`);
    await reads(page, say("Ended"));

    const office = await arrive(t, browser, town, { language: "fi" });
    await enter(office, coordinator);
    await office.page.goto("/fi/desk/representatives");
    await looksWell(office, "who says so");
    await follow(office.page, "Sven Lund");
    await looksWell(office, "one who says so");
    await press(office.page, office.say("Refuse"));
    await office.page.getByRole("alert").waitFor(); // a reason is needed
    await looksWell(office, "refusing without a reason");
    await office.page.getByLabel(office.say("Representative who also confirms others")).check();
    await press(office.page, office.say("Confirm"));
    await reads(office.page, office.say("Confirmed. The person has been sent a letter."));
    await looksWell(office, "confirmed");
    office.calm();

    await page.goto("/sv/account/organisations");
    await reads(page, say("Confirmed; you also confirm others"));
    assert.equal((await lettersTo(sven, "sven@jyu.example")).filter((subject) => subject.includes("Chydenius")).length, 1);

    // a colleague says the same; the letter comes to him now
    const liv = await arrive(t, browser, town, { language: "sv" });
    await registers(liv, "liv@jyu.example", "Liv Holm");
    await saysToActFor(liv, "jyväskylä", jyvaskyla);
    liv.calm();
    await page.goto(await linkInMailbox(sven, "sven@jyu.example", "/people"));
    await looksWell(sven, "those who act for it");
    await follow(page, "Liv Holm");
    await looksWell(sven, "confirming a colleague");
    await press(page, say("Confirm"));
    await reads(page, say("Confirmed. The person has been sent a letter."));
    sven.calm();
});

test("The administrator makes Olli a coordinator, and cannot leave the town without an administrator", async (t) => {
    const town = await startTown(t);
    const browser = await openBrowser(t);
    const olli = await arrive(t, browser, town, { language: "fi" });
    await registers(olli, "olli@kokkola.example", "Olli Niemi");
    const chief = await arrive(t, browser, town, { language: "fi" });
    const { page, say } = chief;
    await enter(chief, administrator);
    await stands(page, say("Accounts"));
    await looksWell(chief, "all accounts");
    await page.getByLabel(say("A part of the name or the e-mail address")).fill("niemi");
    await press(page, say("Search"));
    assert.equal(await page.locator("tbody tr").count(), 1);
    assert.ok(!page.url().includes("niemi"), "no name stands in an address");
    await looksWell(chief, "one account found");
    await follow(page, "Olli Niemi");
    await looksWell(chief, "giving a role");
    await page.getByLabel(say("Coordinator"), { exact: true }).check();
    await press(page, say("Give the role"));
    await reads(page, say("The role was given, and a letter has been sent."));
    await looksWell(chief, "a role was given");

    await olli.page.goto("/fi/account");
    await olli.page.waitForURL("**/sign-in?next=*"); // he is signed out by it
    await signsIn(olli, "olli@kokkola.example", first);
    await stands(olli.page, say("Desk"));
    assert.ok((await lettersTo(olli, "olli@kokkola.example")).includes(say("Your role in Vastin has changed")));
    olli.calm();

    await page.goto("/fi/admin/accounts");
    await follow(page, administrator);
    await page.getByLabel(say("Applicant"), { exact: true }).check();
    await press(page, say("Give the role"));
    await reads(page, say("This is the last administrator. Give the role to somebody else first."), "[role=alert]");
    await looksWell(chief, "the last administrator");
    chief.calm();
});
