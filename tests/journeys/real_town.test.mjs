import assert from "node:assert/strict";
import test from "node:test";
import { looksWell } from "./story/eye.mjs";
import { arrive, follow, openBrowser, press, reads, stands } from "./story/person.mjs";
import { signOut } from "./story/steps.mjs";
import { freshFolder, run, startTown } from "./story/town.mjs";

const password = "kolme sanaa ja merikotka";

/** `vastin admin create`: the path of the one-time link that it prints. */
async function invite(folder, site, ...account) {
    const said = await run("admin", "create", "--town", folder, "--site", site, ...account);
    const link = /^(https:\/\/\S+)\/(fi|sv|en)\/welcome\/(\S+)$/m.exec(said);
    assert.ok(link, said);
    assert.equal(link[1], site);
    return `/${link[2]}/welcome/${link[3]}`;
}

/** Opens the link, tries a short password, sets a good one; then the link is used up. */
async function setsAPassword(person, link) {
    const { page, say } = person;
    await page.goto(link);
    await stands(page, say("Set a password"));
    await page.getByLabel(say("Password")).fill("lyhyt");
    await press(page, say("Set the password"));
    await page.getByRole("alert").waitFor();
    await looksWell(person, "a password that is too short");
    await page.getByLabel(say("Password")).fill(password);
    await press(page, say("Set the password"));
    await stands(page, say("Sign in"));
    assert.equal((await page.goto(link)).status(), 404, "the link works once");
}

async function signsIn({ page, say, language }, email, words) {
    await page.goto(`/${language}/sign-in`);
    await page.getByLabel(say("E-mail address")).fill(email);
    await page.getByLabel(say("Password")).fill(words);
    await press(page, say("Sign in"));
}

test("A real town has no demo doors: an account is made by hand, its link sets a password once", async (t) => {
    const folder = await freshFolder(t);
    const site = "https://tuki.example";
    const links = {
        coordinator: await invite(folder, site, "--role", "coordinator", "anna@kokkola.example", "Hankekoordinaattori"),
        applicant: await invite(
            folder, site, "--role", "applicant", "--language", "sv", "--organisation", "Centria", "--business-id", "1097805-3",
            "eva@centria.example", "Projektchef",
        ),
    };
    const town = await startTown(t, { mode: "serve", folder });
    const browser = await openBrowser(t);
    const anna = await arrive(t, browser, town, { language: "fi" });
    const { page, say } = anna;

    await page.goto("/fi");
    assert.equal(await page.locator(".v-demo").count(), 0, "no demo bar");
    await looksWell(anna, "the front page of a real town");
    assert.equal((await page.goto("/fi/demo/mailbox")).status(), 404, "no mailbox");
    const clock = await anna.context.request.post("/fi/demo/clock", { form: { moment: "after-deadline" } });
    assert.equal(clock.status(), 404, "no clock to move");
    await page.goto("/fi/sign-in");
    assert.equal(await page.getByRole("button", { name: say("Sign in") }).count(), 1, "one form, and no doors");
    await looksWell(anna, "the sign-in");

    await setsAPassword(anna, links.coordinator);
    await signsIn(anna, "anna@kokkola.example", "wrong words, all of them");
    await reads(page, say("The e-mail address and the password do not belong together."), "[role=alert]");
    assert.equal(await page.getByLabel(say("E-mail address")).inputValue(), "anna@kokkola.example", "the address stays");
    assert.equal(await page.getByLabel(say("Password")).inputValue(), "", "the password does not");
    await looksWell(anna, "a wrong password");
    await page.goto("/fi/desk");
    await stands(page, say("Sign in"));
    await page.getByLabel(say("E-mail address")).fill("anna@kokkola.example");
    await page.getByLabel(say("Password")).fill(password);
    await press(page, say("Sign in"));
    await stands(page, say("Desk")); // where she was going
    const [cookie] = await anna.context.cookies();
    assert.ok(cookie.httpOnly && cookie.secure && cookie.name.startsWith("__Host-"), "the cookie is kept from scripts and plain http");
    assert.equal((await page.goto("/fi/applications")).status(), 404, "an official has no applications");
    await signOut(anna);
    await page.goto("/fi/desk");
    await stands(page, say("Sign in"));

    const eva = await arrive(t, browser, town, { language: "sv" });
    await setsAPassword(eva, links.applicant);
    await signsIn(eva, "eva@centria.example", password);
    await stands(eva.page, eva.say("My applications"));
    assert.equal((await eva.page.goto("/sv/desk")).status(), 404, "an applicant has no desk");
    await follow(eva.page, eva.say("My applications"));
    await looksWell(eva, "my applications in a real town");
    anna.calm();
    eva.calm();
});
