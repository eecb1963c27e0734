"""What else people do in the storm: register, invite, send again after reopening, withdraw. Each deed is counted before it
is asked for and when it was acknowledged, so that after the kill the town must hold at least the latter and at most the
former."""
import collections
import http.client
import itertools
import re
import sqlite3
import threading

DEEDS = ("application.send", "application.reopen", "application.withdraw", "application.invite")
STATES = {"application.send": "received", "application.reopen": "reopened", "application.withdraw": "withdrawn"}


class Deeds:
    """What was asked for and what was acknowledged, by (application, deed), over all rounds; and who registered."""

    def __init__(self):
        self.asked, self.acknowledged = collections.Counter(), collections.Counter()
        self.registering, self.registered = set(), set()  # addresses: a letter was promised, an account was made
        self.left_town = set()  # letters that were seen marked as sent
        self.names = itertools.count(1)
        self.done = collections.Counter()

    def ask(self, application, deed, act):
        """Does `act`, which gives whether the town said that it was done."""
        self.asked[application, deed] += 1
        if act():
            self.acknowledged[application, deed] += 1
            self.done[deed] += 1
            return True
        return False


def link_in_letter(folder, address, port):
    """The token that a letter to `address` brings; its link must name the port on which the town really listens."""
    rows = sqlite3.connect(f"file:{folder}/town.db?mode=ro", uri=True)
    letters = [text for (text,) in rows.execute("SELECT content FROM flow_outbox WHERE recipient = ?", (address,))]
    rows.close()
    found = [re.search(r"http://127\.0\.0\.1:%d/fi/register/([0-9a-f]+)" % port, text) for text in letters]
    assert len(found) == 1 and found[0], f"the letter to {address} brings no link to port {port}: {letters}"
    return found[0].group(1)


class Mixed:
    """Threads beside those that send: one registers a person, one invites into drafts, the others change what was sent
    in rounds before."""

    def __init__(self, deeds, town, people, drafts, received):
        self.deeds, self.town, self.people, self.refused = deeds, town, people, []
        self.drafts, self.received = list(drafts), list(received)
        self.threads = [threading.Thread(target=self.work, args=(deed,), daemon=True)
                        for deed in (self.register, self.invite, self.change)]

    def work(self, deed):
        try:
            deed()
        except (OSError, http.client.HTTPException):
            pass  # the town is gone: what was under way was not acknowledged
        except AssertionError as fault:
            self.refused.append(str(fault))

    def register(self):
        person = self.people(None)
        address = f"myrsky{next(self.deeds.names)}@storm.example"
        status, to, _ = person.request("POST", "/fi/register", {"email": address})
        if status == 429:
            return  # letters that one network can cause are limited; so many rounds reach that
        assert status == 303 and to.endswith("/register/sent"), f"registering: {status} {to}"
        self.deeds.registering.add(address)
        token = link_in_letter(self.town.folder, address, self.town.port)
        status, _, _ = person.request("POST", f"/fi/register/{token}",
                                      {"name": "Myrsky Tuuli", "password": "salasana myrskyssa"})
        assert status == 303, f"making the account of {address}: {status}"
        self.deeds.registered.add(address)
        self.deeds.done["account.register"] += 1

    def post(self, person, page, path, to, form=None):
        status, where, _ = person.post(page, path, form or {})
        assert status == 303 and where.endswith(to), f"{path}: {status} {where}"
        return True

    def invite(self):
        for who, path, check in self.drafts:
            person = self.people(who)
            address = f"kutsuttu{next(self.deeds.names)}@storm.example"
            self.deeds.ask(path.rsplit("/", 1)[1], "application.invite",
                           lambda: self.post(person, check, path + "/people", "/people",
                                             {"email": address, "may": "prepare"}))

    def change(self):
        """Reopens what was received; every second is withdrawn then, the others are sent again."""
        for turn, (who, path, check) in enumerate(self.received):
            person, application = self.people(who), path.rsplit("/", 1)[1]
            self.deeds.ask(application, "application.reopen",
                           lambda: self.post(person, check, path + "/reopen", application))
            if turn % 2:
                self.deeds.ask(application, "application.withdraw",
                               lambda: self.post(person, check, path + "/withdraw", "/receipt"))
            else:
                again = person.page(path + "/check")
                self.deeds.ask(application, "application.send",
                               lambda: self.post(person, again, path + "/send", "/receipt"))


def read(deeds, rows, lose, retried):
    """Compares with the town's database: what each application is follows from the last deed in its audit chain, and each
    deed has all that belongs to it. `retried`: applications whose first send may be asked for more than once."""
    kept, last, versions = collections.Counter(), {}, {}
    for case, deed in rows.execute("SELECT case_id, deed FROM flow_audit ORDER BY case_id, position"):
        kept[case, deed] += 1
        if deed in STATES:
            last[case] = STATES[deed]
    for case, deed in set(deeds.acknowledged) | {key for key in kept if key[1] in DEEDS}:
        count, promised = kept[case, deed], deeds.acknowledged[case, deed]
        if count < promised:
            lose(f"{deed} of {case} was acknowledged {promised} times, {count} are there")
        if count > deeds.asked[case, deed] + (1 if deed == "application.send" and case in retried else 0):
            lose(f"{deed} of {case} is there {count} times, asked for {deeds.asked[case, deed]} times")
    submissions = collections.Counter(about for (about,) in rows.execute("SELECT about FROM document_submission"))
    letters = collections.Counter(about for (about,) in rows.execute("SELECT about FROM flow_outbox"))
    invited = collections.Counter(a for (a,) in rows.execute("SELECT application FROM application_invitation"))
    for case, state, number, arrived in rows.execute(
            "SELECT id, state, register_number, arrived FROM application_application"):
        sends, withdrawals, invitations = (kept[case, d] for d in
                                           ("application.send", "application.withdraw", "application.invite"))
        for what, is_there, owed in (
                ("state", state, last.get(case, "draft")),
                ("number", number is not None, sends > 0), ("arrival", arrived is not None, sends > 0),
                ("submissions", submissions[case], sends), ("invitations", invited[case], invitations),
                ("letters", letters[case], sends + withdrawals + invitations)):
            if is_there != owed:
                lose(f"{case} is half: {what} {is_there}, by its audit chain {owed}")
    read_people(deeds, rows, lose)


def read_people(deeds, rows, lose):
    accounts = {email for (email,) in rows.execute("SELECT email FROM identity_account")}
    told = {to for (to,) in rows.execute("SELECT recipient FROM flow_outbox")}
    for address in deeds.registered - accounts:
        lose(f"the account of {address} was acknowledged, and is lost")
    for address in deeds.registering - told:
        lose(f"a letter to {address} was promised, and is lost")
    sent = {letter for (letter,) in rows.execute("SELECT id FROM flow_outbox WHERE sent IS NOT NULL")}
    for letter in deeds.left_town - sent:
        lose(f"letter {letter} had been marked as sent, and is not any more")
    deeds.left_town = sent
