// What people do with their accounts, and the administrator with roles, on both databases.
#include "identity/account_acts.h"

#include <algorithm>
#include <atomic>
#include <thread>

#include "acting.h"
#include "flow/audit.h"
#include "flow/flow_store.h"
#include "identity/identity_acts.h"
#include "identity/sign_in_acts.h"
#include "identity/tries.h"
#include "kit/hash.h"
#include "kit/limits.h"
#include "kit/log.h"

namespace vastin::identity {
namespace {

constexpr Instant morning{1748246400000};
const Caller home{"192.0.2.1", "Mozilla/5.0 (X11; Linux x86_64; rv:102.0) Gecko/20100101 Firefox/102.0", morning};

class Accounts : public cast::Acting {
  protected:
    static constexpr const char* hers = "anna@centria.example";
    void SetUp() override {
        cast::Acting::SetUp();
        kit::log_quietly(true);
        static const std::string kept = kit::password_hash(password);
        hash = kept;
        anna = made(hers);
    }
    Id<Account> made(const std::string& email, Role role = Role::applicant) {
        return act([&](flow::Act& a) -> Result<Id<Account>> {
                   const auto id = TRY(create(a, {email, "Anna Aalto", "", "", role, Language::en}));
                   set_password(a.db(), id, hash);
                   return id;
               })
            .value();
    }
    Person person(Id<Account> id) {
        const auto token =
            act([&](flow::Act& a) { return begin_session(a, id, morning, rough_browser(home.browser)); }).value();
        return *person_at(token);
    }
    std::optional<Person> person_at(const std::string& token, Instant at = morning) {
        kit::Request request;
        request.headers = {{"cookie", std::string(cookie_name(world())) + "=" + token}};
        request.arrived = at;
        return person_of(request, world());
    }
    std::vector<flow::Posted> letters() {
        return read([](kit::Transaction& t) { return flow::newest_letters(t, 100); });
    }
    /// How many letters of this subject have gone to `to`; those of one instant have no order.
    std::int64_t got(const std::string& to, const std::string& subject) {
        const auto all = letters();
        return std::count_if(all.begin(), all.end(), [&](const flow::Posted& one) {
            return one.letter.to == to && one.letter.subject == subject;
        });
    }
    /// The token in the newest letter to `to`, behind `path`.
    std::string token_to(const std::string& to, const std::string& path) {
        for (const auto& one : letters()) {
            const auto at = one.letter.text.find(path);
            if (one.letter.to == to && at != std::string::npos) {
                return one.letter.text.substr(at + path.size(), 32);
            }
        }
        ADD_FAILURE() << "no letter with " << path << " to " << to;
        return "";
    }
    Done ask_account(const std::string& email, Caller caller = home) {
        return act_twice([&](flow::Act& a) { return ask_to_register(a, {email, Language::sv, caller}); });
    }
    Done ask_password(const std::string& email, Caller caller = home) {
        return act_twice([&](flow::Act& a) { return ask_new_password(a, {email, Language::sv, caller}); });
    }
    Result<Id<Account>> finish(const std::string& token, const std::string& name = "Bo Ek", Instant at = morning) {
        return act_twice([&](flow::Act& a) { return register_account(a, token, name, hash, at); });
    }
    Result<std::string> enters(const std::string& email, const std::string& typed, Caller caller = home) {
        return sign_in(world(), email, typed, caller);
    }
    void TearDown() override {
        EXPECT_TRUE(flow::verify(database()).faults.empty());
        cast::Acting::TearDown();
    }
    const std::string password = "kolme sanaa ja kala";
    std::string hash;
    Id<Account> anna;
};
VASTIN_ON_BOTH_DATABASES(Accounts);

TEST_P(Accounts, OneIsMadeBehindTheLinkOfItsAddressOnce) {
    ASSERT_TRUE(ask_account(" Bo@Jyu.example ").has_value());
    const auto token = token_to("bo@jyu.example", "/sv/register/");
    EXPECT_EQ(rows("identity_account"), 1) << "nothing is made before the address has answered";
    EXPECT_EQ(finish(token, " ").error().reasons.at(0).field, "name");
    const auto id = finish(token, " Bo  Ek ").value();
    EXPECT_EQ(finish(token).error().kind, Refusal::Kind::not_found);
    const auto found = read([&](kit::Transaction& t) { return find_listed(t, id); }).value();
    EXPECT_EQ(found.account.email, "bo@jyu.example");
    EXPECT_EQ(found.account.name, "Bo Ek");
    EXPECT_EQ(found.account.role, Role::applicant);
    EXPECT_EQ(found.account.language, Language::sv);
    EXPECT_TRUE(enters("bo@jyu.example", password).has_value());
}

TEST_P(Accounts, ALinkOfRegisteringEndsAfter24HoursAndMovesNoAddress) {
    ASSERT_TRUE(ask_account("bo@jyu.example").has_value());
    const auto token = token_to("bo@jyu.example", "/sv/register/");
    EXPECT_FALSE(finish(token, "Bo", morning + hours(24)).has_value());
    EXPECT_FALSE(act([&](flow::Act& a) { return take_new_email(a, token, morning); }).has_value());
    EXPECT_TRUE(finish(token, "Bo", morning + hours(24) - Duration{1}).has_value());
}

TEST_P(Accounts, ATakenAddressGetsALetterAndTheAnswerIsTheSame) {
    EXPECT_TRUE(ask_account(hers).has_value());
    ASSERT_EQ(letters().size(), 1U);
    EXPECT_EQ(letters()[0].letter.subject, "You have an account in Vastin already");
    EXPECT_EQ(letters()[0].letter.text.find("/register/"), std::string::npos);
    EXPECT_TRUE(ask_account("nobody@jyu.example").has_value());
    EXPECT_EQ(letters().size(), 2U);
    EXPECT_EQ(rows("identity_link"), 2) << "both ways write as much";
}

TEST_P(Accounts, AnAddressThatGotAnAccountMeanwhileGetsNoSecond) {
    ask_account("bo@jyu.example").value();
    const auto token = token_to("bo@jyu.example", "/sv/register/");
    made("bo@jyu.example");
    EXPECT_EQ(finish(token).error().kind, Refusal::Kind::conflict);
}

TEST_P(Accounts, StrangersCauseOnlySoManyLetters) {
    for (int n = 0; n < 10; ++n) {
        EXPECT_TRUE(ask_account("bo@jyu.example").has_value()) << "nobody is told";
    }
    EXPECT_EQ(letters().size(), 3U);
    for (int n = 0; n < 10; ++n) {
        EXPECT_TRUE(ask_password("x" + std::to_string(n) + "@jyu.example").has_value());
    }
    EXPECT_EQ(ask_password("one-more@jyu.example").error().kind, Refusal::Kind::too_many);
    EXPECT_EQ(ask_account("one-more@jyu.example").error().kind, Refusal::Kind::too_many);
    const Caller elsewhere{"198.51.100.7", "", morning}, later{"192.0.2.1", "", morning + minutes(20)};
    EXPECT_TRUE(ask_account("one-more@jyu.example", elsewhere).has_value());
    EXPECT_TRUE(ask_account("bo@jyu.example", later).has_value());
    EXPECT_EQ(letters().size(), 5U);
}

TEST_P(Accounts, AForgottenPasswordIsSetBehindALinkOfAnHour) {
    const auto session = person(anna);
    ask_password(hers).value();
    const auto token = token_to(hers, "/en/welcome/");
    const std::string other = kit::password_hash("another password, longer");
    EXPECT_FALSE(act([&](flow::Act& a) { return accept(a, token, other, morning + hours(1)); }).has_value());
    EXPECT_TRUE(act_twice([&](flow::Act& a) { return accept(a, token, other, morning + minutes(59)); }).has_value());
    EXPECT_FALSE(act([&](flow::Act& a) { return accept(a, token, other, morning); }).has_value()) << "it works once";
    EXPECT_FALSE(enters(hers, password).has_value());
    EXPECT_TRUE(enters(hers, "another password, longer").has_value());
    EXPECT_EQ(got(hers, "Your password in Vastin was changed"), 1);
    EXPECT_TRUE(read([&](kit::Transaction& t) { return sessions_of(t, anna, morning); }).size() == 1U)
        << "only the new one";
}

TEST_P(Accounts, WhoHasNoAccountGetsNoLetterAndTheSameAnswer) {
    EXPECT_TRUE(ask_password("nobody@jyu.example").has_value());
    EXPECT_TRUE(letters().empty());
    EXPECT_EQ(ask_password("not an address").error().reasons.at(0).field, "email");
}

TEST_P(Accounts, AnotherAddressIsTakenWhenItHasAnswered) {
    const Person who = person(anna);
    const auto ask = [&](const std::string& typed) {
        return act_twice([&](flow::Act& a) { return ask_new_email(a, who, typed, home); });
    };
    EXPECT_EQ(ask(hers).error().reasons.at(0).field, "email");
    EXPECT_EQ(ask("x").error().reasons.at(0).field, "email");
    ask_password(hers).value();
    const auto old_link = token_to(hers, "/en/welcome/");
    ask("first@centria.example").value();
    const auto older = token_to("first@centria.example", "/en/email/");
    ask("new@centria.example").value();
    EXPECT_EQ(got(hers, "A new e-mail address was asked for your account in Vastin"), 2)
        << "the old address hears of it";
    const auto token = token_to("new@centria.example", "/en/email/");
    const auto take = [&](const std::string& link, Instant at) {
        return act_twice([&](flow::Act& a) { return take_new_email(a, link, at); });
    };
    EXPECT_FALSE(take(older, morning).has_value()) << "the newest wish counts";
    EXPECT_FALSE(take(token, morning + hours(24)).has_value());
    EXPECT_EQ(take(token, morning).value(), anna);
    EXPECT_FALSE(take(token, morning).has_value());
    EXPECT_EQ(got(hers, "Your e-mail address in Vastin was changed"), 1);
    EXPECT_FALSE(enters(hers, password).has_value());
    EXPECT_TRUE(enters("new@centria.example", password).has_value());
    EXPECT_FALSE(act([&](flow::Act& a) { return accept(a, old_link, hash, morning); }).has_value())
        << "a link to the old address opens the door no more";
}

TEST_P(Accounts, AnAddressOfSomebodyElseCannotBeTakenAndOnlyItsOwnerHears) {
    made("bo@jyu.example");
    const Person who = person(anna);
    EXPECT_TRUE(act_twice([&](flow::Act& a) { return ask_new_email(a, who, "bo@jyu.example", home); }).has_value());
    for (const auto& one : letters()) {
        EXPECT_EQ(one.letter.text.find("/email/"), std::string::npos);
    }
    // and when it was free at first
    act([&](flow::Act& a) { return ask_new_email(a, who, "free@jyu.example", home); }).value();
    const auto token = token_to("free@jyu.example", "/en/email/");
    made("free@jyu.example");
    EXPECT_EQ(act_twice([&](flow::Act& a) { return take_new_email(a, token, morning); }).error().kind,
              Refusal::Kind::conflict);
}

TEST_P(Accounts, ANewPasswordEndsEverySessionAndBeginsOne) {
    const Person here = person(anna), there = person(anna);
    const std::string other = kit::password_hash("another password, longer");
    const auto token = act_twice([&](flow::Act& a) { return change_password(a, here, other, home); }).value();
    const auto left = read([&](kit::Transaction& t) { return sessions_of(t, anna, morning); });
    ASSERT_EQ(left.size(), 1U);
    EXPECT_EQ(person_at(token)->session, left[0].id);
    EXPECT_EQ(left[0].browser, "Firefox, Linux");
    EXPECT_TRUE(enters(hers, "another password, longer").has_value());
}

TEST_P(Accounts, NameAndLanguageAreTheirOwners) {
    const Person who = person(anna);
    EXPECT_TRUE(act_twice([&](flow::Act& a) { return change_person(a, who, " Anna  B ", Language::sv); }).has_value());
    const auto found = read([&](kit::Transaction& t) { return find_listed(t, anna); }).value();
    EXPECT_EQ(found.account.name, "Anna B");
    EXPECT_EQ(found.account.language, Language::sv);
    EXPECT_FALSE(act([&](flow::Act& a) { return change_person(a, who, "", Language::sv); }).has_value());
}

TEST_P(Accounts, SessionsAreListedAndEndedByTheirOwnerOnly) {
    const Person here = person(anna), there = person(anna), third = person(anna), his = person(made("bo@jyu.example"));
    const auto mine = [&] { return read([&](kit::Transaction& t) { return sessions_of(t, anna, morning); }).size(); };
    EXPECT_EQ(mine(), 3U);
    const auto end = [&](const Person& who, Id<Session> session) {
        return act_twice([&](flow::Act& a) { return end_own_session(a, who, session); });
    };
    EXPECT_EQ(end(his, there.session).error().kind, Refusal::Kind::not_found);
    EXPECT_EQ(mine(), 3U);
    EXPECT_TRUE(end(here, there.session).has_value());
    EXPECT_EQ(mine(), 2U);
    EXPECT_TRUE(act_twice([&](flow::Act& a) { return end_other_sessions(a, here); }).has_value());
    EXPECT_EQ(mine(), 1U);
    EXPECT_EQ(read([&](kit::Transaction& t) { return sessions_of(t, his.id, morning); }).size(), 1U);
    EXPECT_TRUE(read([&](kit::Transaction& t) { return sessions_of(t, anna, morning + minutes(61)); }).empty());
}

TEST_P(Accounts, OnlyAnAdministratorGivesRoles) {
    const Person chief = person(made("chief@kokkola.example", Role::administrator)), other = person(anna);
    const auto give = [&](const Person& by, Id<Account> to, Role role) {
        return act_twice([&](flow::Act& a) { return give_role(a, by, to, role); });
    };
    const auto role = [&](Id<Account> id) {
        return read([&](kit::Transaction& t) { return find_listed(t, id); })->account.role;
    };
    Person forged = other;
    forged.role = Role::administrator;  // what a page believes does not count
    EXPECT_EQ(give(forged, anna, Role::administrator).error().kind, Refusal::Kind::not_found);
    EXPECT_EQ(role(anna), Role::applicant);
    EXPECT_EQ(give(chief, {}, Role::coordinator).error().kind, Refusal::Kind::not_found);

    EXPECT_TRUE(give(chief, anna, Role::coordinator).has_value());
    EXPECT_EQ(role(anna), Role::coordinator);
    EXPECT_EQ(got(hers, "Your role in Vastin has changed"), 1);
    EXPECT_TRUE(read([&](kit::Transaction& t) { return sessions_of(t, anna, morning); }).empty());
    EXPECT_EQ(letters().size(), 1U);
    EXPECT_TRUE(give(chief, anna, Role::coordinator).has_value()) << "again: nothing happens";
    EXPECT_EQ(letters().size(), 1U);

    EXPECT_EQ(give(chief, chief.id, Role::applicant).error().kind, Refusal::Kind::conflict) << "the last one";
    EXPECT_TRUE(give(chief, anna, Role::administrator).has_value());
    EXPECT_TRUE(give(chief, chief.id, Role::applicant).has_value());
    EXPECT_EQ(give(chief, anna, Role::applicant).error().kind, Refusal::Kind::not_found) << "the role was taken";
}

TEST_P(Accounts, TwoAdministratorsCannotTakeEachOtherAwayAtOnce) {
    const Person one = person(made("one@kokkola.example", Role::administrator)),
                 two = person(made("two@kokkola.example", Role::administrator));
    for (int round = 0; round < 5; ++round) {
        const auto take = [&](const Person& by, const Person& from) {
            (void)act([&](flow::Act& a) { return give_role(a, by, from.id, Role::applicant); });
        };
        std::thread first(take, one, two), second(take, two, one);
        first.join();
        second.join();
        EXPECT_EQ(read([](kit::Transaction& t) { return accounts_of(t, Role::administrator, 9); }).size(), 1U);
        cast::tamper(database(), "UPDATE identity_account SET role = 'administrator' WHERE email LIKE '%kokkola%'");
    }
}

TEST_P(Accounts, AreSearchedByNameOrAddressAndPaged) {
    made("bo@jyu.example");
    made("cecilia@jyu.example");
    const auto found = [&](std::string_view text, Id<Account> after = {}, std::int64_t most = 10) {
        return read([&](kit::Transaction& t) { return accounts_after(t, text, after, most); });
    };
    EXPECT_EQ(found("").size(), 3U);
    EXPECT_EQ(found("JYU").size(), 2U);
    EXPECT_EQ(found("anna a").size(), 3U) << "all have the same name";
    EXPECT_TRUE(found("%").empty() && found("_").empty() && found("'").empty());
    const auto first = found("", {}, 2);
    EXPECT_EQ(found("", first.back().id).size(), 1U);
}

TEST_P(Accounts, ManyTriesAtOnceCountAsMany) {
    std::atomic<int> judged = 0;
    std::vector<std::thread> threads;
    for (int n = 0; n < 12; ++n) {
        threads.emplace_back(
            [&] { judged += enters(hers, "wrong wrong wrong").error().kind == Refusal::Kind::invalid; });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(judged, kit::limits::sign_in_tries);
    EXPECT_EQ(enters(hers, password).error().kind, Refusal::Kind::too_many);
}

TEST_P(Accounts, OneWrongPasswordOverManyAccountsIsSlowedButNotForThoseWhoAreKnown) {
    EXPECT_TRUE(enters(hers, password).has_value());
    const auto bo = made("bo@jyu.example");
    for (int n = 0; n < kit::limits::network_tries; ++n) {
        EXPECT_EQ(enters("x" + std::to_string(n) + "@jyu.example", "wrong wrong wrong").error().kind,
                  Refusal::Kind::invalid);
    }
    EXPECT_EQ(enters("another@jyu.example", "wrong wrong wrong").error().kind, Refusal::Kind::too_many);
    EXPECT_EQ(enters("bo@jyu.example", password).error().kind, Refusal::Kind::too_many);
    EXPECT_TRUE(enters(hers, password).has_value()) << "she has come in from there before";
    EXPECT_TRUE(enters("bo@jyu.example", password, {"198.51.100.7", "", morning}).has_value());
    EXPECT_TRUE(enters("bo@jyu.example", password, {"192.0.2.1", "", morning + minutes(1)}).has_value());
    (void)bo;
}

TEST_P(Accounts, ThePasswordIsProvedAgainWithTheWaitsOfSigningIn) {
    const Person who = person(anna);
    EXPECT_TRUE(prove(world(), who, password, home).has_value());
    for (int n = 0; n < kit::limits::sign_in_tries; ++n) {
        EXPECT_EQ(prove(world(), who, "wrong wrong wrong", home).error().reasons.at(0).field, "current_password");
    }
    EXPECT_EQ(prove(world(), who, password, home).error().kind, Refusal::Kind::too_many);
    const auto door = act([&](flow::Act& a) { return create(a, {"demo@kokkola.example", "Demo", "", ""}); }).value();
    EXPECT_TRUE(prove(world(), person(door), "", home).has_value()) << "an account without a password";
}

TEST_P(Accounts, WhatHasEndedIsForgottenAndLettersFade) {
    person(anna);
    ask_account("bo@jyu.example").value();
    ask_password(hers).value();
    (void)enters(hers, "wrong wrong wrong");
    (void)enters(hers, password);
    const auto forget = [&](Instant wall) {
        database().write([&](kit::Transaction& t) {
            forget_ended(t, wall);
            flow::fade_letters(t, wall);
            return true;
        });
    };
    forget(morning + minutes(30));
    EXPECT_EQ(rows("identity_session"), 2);
    EXPECT_EQ(rows("identity_link"), 1);
    EXPECT_NE(letters()[0].letter.text, "");
    forget(morning + hours(12));
    EXPECT_EQ(rows("identity_session"), 2) << "ended, but it is still known whose forms come";
    forget(morning + hours(25));
    EXPECT_EQ(rows("identity_session"), 0);
    EXPECT_EQ(rows("identity_attempt"), 0);
    EXPECT_EQ(letters()[0].letter.text, "");
    EXPECT_EQ(letters()[1].letter.text, "") << "no link that opened a door stays in the database";
    forget(morning + hours(24 * 100));
    EXPECT_EQ(rows("identity_link") + rows("identity_invitation") + rows("identity_familiar"), 0);
}

}  // namespace
}  // namespace vastin::identity
