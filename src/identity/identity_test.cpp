// Who acts: addresses, passwords, one-time links, sign-in and its waits, sessions and their ends.
#include "identity/identity_acts.h"

#include "acting.h"
#include "flow/audit.h"
#include "identity/account_store.h"
#include "identity/sign_in_acts.h"
#include "kit/hash.h"
#include "kit/log.h"

namespace vastin::identity {
namespace {

constexpr Instant morning{1748246400000};
const std::string password = "pitkä salasana";

TEST(Email, IsTrimmedAndMadeSmall) {
    EXPECT_EQ(read_email(" Anna.Aalto@Centria.FI\t"), "anna.aalto@centria.fi");
    for (const char* wrong : {"",
                              " ",
                              "@",
                              "a@",
                              "@b.fi",
                              "a@b",
                              "a@b.",
                              "a b@c.fi",
                              "a@b@c.fi",
                              "a@b.fi>",
                              "a@b.fi\r\nBcc: c@d.fi",
                              "\"a\"@b.fi",
                              "p\xc3\xa4ivi@b.fi",
                              "a@\xc3\xa4.fi"}) {
        EXPECT_EQ(read_email(wrong), std::nullopt) << wrong;
    }
    EXPECT_EQ(read_email(std::string(250, 'a') + "@b.fi"), std::nullopt);
}

TEST(Password, CountsLettersFromTwelveAndBytesTo256) {
    EXPECT_TRUE(password_fault("").has_value());
    EXPECT_TRUE(password_fault("abcdefghijk").has_value());
    EXPECT_FALSE(password_fault("abcdefghijkl").has_value());
    EXPECT_FALSE(password_fault("            ").has_value()) << "any letters, no other rule";
    EXPECT_TRUE(password_fault("ääääääääääö").has_value()) << "22 bytes, but 11 letters";
    EXPECT_FALSE(password_fault("ääääääääääöå").has_value());
    EXPECT_FALSE(password_fault("😀😀😀😀😀😀😀😀😀😀😀😀").has_value());
    EXPECT_FALSE(password_fault(std::string(256, 'x')).has_value());
    EXPECT_TRUE(password_fault(std::string(257, 'x')).has_value());
}

TEST(Password, IsHashedWholeAndEachTimeOtherwise) {
    const std::string long_one(255, 'x');
    const std::string hash = kit::password_hash(long_one + "y");
    EXPECT_NE(hash, kit::password_hash(long_one + "y"));
    EXPECT_TRUE(kit::password_fits(hash, long_one + "y"));
    EXPECT_FALSE(kit::password_fits(hash, long_one + "z")) << "the last of 256 bytes counts";
    EXPECT_FALSE(kit::password_fits(hash, long_one));
}

class Identity : public cast::Acting {
  protected:
    void SetUp() override {
        cast::Acting::SetUp();
        kit::log_quietly(true);
        anna = act_twice([&](flow::Act& a) {
                   return create(a, {"Anna@Centria.example", "Hakija · Centria", "Centria", "1097805-3"});
               }).value();
    }
    /// Anna's account gets its password, as it does behind the link.
    void set_password() {
        static const std::string hash = kit::password_hash(password);
        const auto link = act_twice([&](flow::Act& a) { return invite(a, anna, morning); }).value();
        act_twice([&](flow::Act& a) { return accept(a, link, hash, morning); }).value();
    }
    Result<std::string> sign_in_as(const std::string& email,
                                   const std::string& typed,
                                   Instant wall = morning,
                                   const std::string& client = "192.0.2.1") {
        return identity::sign_in(world(), email, typed, {client, "", wall});
    }
    kit::Request with_cookie(const std::string& token, Instant at) {
        kit::Request request;
        request.headers = {{"cookie", std::string(cookie_name(world())) + "=" + token}};
        request.arrived = at;
        return request;
    }
    std::optional<Person> person_at(const std::string& token, Instant at) {
        return person_of(with_cookie(token, at), world());
    }
    std::string sentence(const Refusal& refusal) {
        return refusal.reasons.empty() ? "" : words().text(Language::en, refusal.reasons.front().phrase);
    }
    Id<Account> anna;
};
VASTIN_ON_BOTH_DATABASES(Identity);

TEST_P(Identity, AnAddressHasOneAccountAndAnAccountAName) {
    const auto before = cast::everything(database());
    const auto make = [&](const NewAccount& account) {
        return act_twice([&](flow::Act& a) { return create(a, account); });
    };
    EXPECT_EQ(make({"ANNA@centria.EXAMPLE ", "Other", "", ""}).error().kind, Refusal::Kind::conflict);
    EXPECT_EQ(make({"not an address", "Other", "", ""}).error().reasons.at(0).field, "email");
    EXPECT_EQ(make({"b@centria.example", "", "", ""}).error().reasons.at(0).field, "name");
    EXPECT_EQ(cast::everything(database()), before);
    EXPECT_TRUE(make({"b@centria.example", "Other", "", "", Role::administrator, Language::sv}).has_value());
}

TEST_P(Identity, AOneTimeLinkWorksOnce) {
    const auto link = act_twice([&](flow::Act& a) { return invite(a, anna, morning); }).value();
    EXPECT_EQ(rows("identity_invitation"), 1);
    const auto accept_at = [&](Instant wall) {
        return act_twice([&](flow::Act& a) { return accept(a, link, "hash", wall); });
    };
    EXPECT_EQ(accept_at(morning + minutes(1)).value(), anna);
    const auto before = cast::everything(database());
    EXPECT_EQ(accept_at(morning + minutes(2)).error().kind, Refusal::Kind::not_found);
    EXPECT_EQ(cast::everything(database()), before);
}

TEST_P(Identity, AOneTimeLinkWorksFor24Hours) {
    const auto link = act([&](flow::Act& a) { return invite(a, anna, morning); }).value();
    const auto accept_at = [&](const std::string& token, Instant wall) {
        return act([&](flow::Act& a) { return accept(a, token, "hash", wall); });
    };
    EXPECT_FALSE(accept_at(link, morning + hours(24)).has_value());
    EXPECT_FALSE(accept_at("0123456789abcdef0123456789abcdef", morning).has_value());
    EXPECT_TRUE(accept_at(link, morning + hours(24) - Duration{1}).has_value());
}

TEST_P(Identity, UsingALinkUsesUpTheOlderOnesOfTheAccount) {
    const auto other = act([&](flow::Act& a) { return create(a, {"b@centria.example", "Other", "", ""}); }).value();
    const auto link = [&](Id<Account> who) {
        return act([&](flow::Act& a) { return invite(a, who, morning); }).value();
    };
    const auto accept_now = [&](const std::string& token) {
        return act_twice([&](flow::Act& a) { return accept(a, token, "hash", morning); }).has_value();
    };
    const auto older = link(anna), newer = link(anna), his = link(other);
    EXPECT_TRUE(accept_now(newer));
    EXPECT_FALSE(accept_now(older));
    EXPECT_TRUE(accept_now(his));
    EXPECT_TRUE(accept_now(link(anna))) << "a new one works";
}

TEST_P(Identity, ANewPasswordEndsTheSessionsOfItsAccountOnly) {
    const auto other = act([&](flow::Act& a) { return create(a, {"b@centria.example", "Other", "", ""}); }).value();
    const auto begin = [&](Id<Account> who) {
        return act_twice([&](flow::Act& a) { return begin_session(a, who, morning); }).value();
    };
    const auto hers = begin(anna), his = begin(other);
    EXPECT_TRUE(person_at(hers, morning).has_value());
    set_password();
    EXPECT_FALSE(person_at(hers, morning).has_value());
    EXPECT_TRUE(person_at(his, morning).has_value());
}

TEST_P(Identity, SigningInGivesASessionOfTheRightPerson) {
    set_password();
    cast::RunsTwice twice(database());
    const flow::World again = world_on(twice);
    const auto token = identity::sign_in(again, " ANNA@centria.example", password, {"192.0.2.1", "", morning});
    ASSERT_TRUE(token.has_value());
    EXPECT_EQ(rows("identity_session"), 1);
    const auto person = person_at(*token, morning);
    ASSERT_TRUE(person.has_value());
    EXPECT_EQ(person->id, anna);
    EXPECT_EQ(person->organisation, "Centria");
    EXPECT_EQ(person->role, Role::applicant);
    EXPECT_EQ(person->form_secret.size(), 64U);
    EXPECT_EQ(cast::everything(database()).at("identity_session").at(0).find(*token), std::string::npos)
        << "what the database holds opens no door";
    act_twice([&](flow::Act& a) { return end_session(a, *person); }).value();
    EXPECT_FALSE(person_at(*token, morning).has_value());
    EXPECT_TRUE(flow::verify(database()).faults.empty());
}

TEST_P(Identity, UnknownAndWrongAndWithoutPasswordAreTheSameSentence) {
    const auto without = sign_in_as("anna@centria.example", password);
    set_password();
    const auto wrong = sign_in_as("anna@centria.example", "another password");
    const auto unknown = sign_in_as("nobody@centria.example", password);
    const auto no_address = sign_in_as("x", password);
    for (const auto* refused : {&without, &wrong, &unknown, &no_address}) {
        ASSERT_FALSE(refused->has_value());
        EXPECT_EQ(refused->error().kind, Refusal::Kind::invalid);
        EXPECT_EQ(sentence(refused->error()), "The e-mail address and the password do not belong together.");
    }
    EXPECT_EQ(rows("identity_session"), 0);
}

TEST_P(Identity, TheSixthTryWaitsAndTheVictimElsewhereDoesNot) {
    set_password();
    const std::string hers = "anna@centria.example";
    for (int n = 1; n <= 5; ++n) {
        EXPECT_EQ(sign_in_as(hers, "wrong wrong wrong", morning).error().kind, Refusal::Kind::invalid) << n;
    }
    EXPECT_EQ(sign_in_as(hers, "wrong wrong wrong", morning).error().kind, Refusal::Kind::too_many);
    EXPECT_EQ(sign_in_as(hers, password, morning + seconds(59)).error().kind, Refusal::Kind::too_many)
        << "also with the right password";
    EXPECT_TRUE(sign_in_as(hers, password, morning, "198.51.100.7").has_value()) << "the victim is not locked out";
    EXPECT_EQ(sign_in_as("b" + hers, "wrong wrong wrong", morning).error().kind, Refusal::Kind::invalid)
        << "another account from the same address";
    // the seventh wrong one costs two minutes, and so on to fifteen
    Instant wall = morning + minutes(1);
    for (const int wait : {2, 4, 8, 15, 15}) {
        EXPECT_EQ(sign_in_as(hers, "wrong wrong wrong", wall).error().kind, Refusal::Kind::invalid) << wait;
        EXPECT_EQ(sign_in_as(hers, password, wall + minutes(wait) - Duration{1}).error().kind, Refusal::Kind::too_many)
            << wait;
        wall = wall + minutes(wait);
    }
    EXPECT_TRUE(sign_in_as(hers, password, wall).has_value());
    EXPECT_EQ(sign_in_as(hers, "wrong wrong wrong", wall).error().kind, Refusal::Kind::invalid)
        << "after the right one the counting begins anew";
    EXPECT_TRUE(sign_in_as(hers, password, wall).has_value());
}

TEST_P(Identity, ASessionEndsAfter60IdleMinutes) {
    const auto begin = [&] { return act([&](flow::Act& a) { return begin_session(a, anna, morning); }).value(); };
    EXPECT_TRUE(person_at(begin(), morning + minutes(60)).has_value());
    const auto token = begin();
    EXPECT_FALSE(person_at(token, morning + minutes(60) + Duration{1}).has_value());
    EXPECT_FALSE(person_at(token, morning + minutes(60) + Duration{1}).has_value()) << "asking does not wake it";
    // used once in between, it lives on from there
    const auto used = begin();
    EXPECT_TRUE(person_at(used, morning + minutes(50)).has_value());
    EXPECT_TRUE(person_at(used, morning + minutes(109)).has_value());
}

TEST_P(Identity, ASessionEndsAfter12HoursHoweverMuchItIsUsed) {
    const auto token = act([&](flow::Act& a) { return begin_session(a, anna, morning); }).value();
    for (int n = 1; n < 24; ++n) {
        ASSERT_TRUE(person_at(token, morning + minutes(30 * n)).has_value()) << n;
    }
    EXPECT_TRUE(person_at(token, morning + hours(12)).has_value());
    EXPECT_FALSE(person_at(token, morning + hours(12) + Duration{1}).has_value());
}

TEST_P(Identity, LastSeenIsWrittenInStepsOfFiveMinutes) {
    const auto token = act([&](flow::Act& a) { return begin_session(a, anna, morning); }).value();
    const auto before = cast::everything(database());
    EXPECT_TRUE(person_at(token, morning + minutes(5)).has_value());
    EXPECT_EQ(cast::everything(database()), before);
    EXPECT_TRUE(person_at(token, morning + minutes(5) + Duration{1}).has_value());
    EXPECT_NE(cast::everything(database()), before);
}

/// The demo moves deadlines, never sessions, links or waits.
TEST_P(Identity, TheTownsClockMovesNoSessionLinkOrWait) {
    const Instant wall = kit::wall_now();
    const auto token = act([&](flow::Act& a) { return begin_session(a, anna, wall); }, clock().now()).value();
    const auto link = act([&](flow::Act& a) { return invite(a, anna, wall); }, clock().now()).value();
    for (int n = 0; n < 5; ++n) {
        (void)sign_in_as("anna@centria.example", "wrong wrong wrong", wall);
    }
    for (const int days : {-400, 400}) {
        clock().move_to(wall + hours(24 * days));
        EXPECT_TRUE(person_at(token, wall + minutes(5)).has_value());
        EXPECT_FALSE(person_at(token, wall + minutes(61)).has_value());
    }
    EXPECT_EQ(sign_in_as("anna@centria.example", password, wall).error().kind, Refusal::Kind::too_many);
    EXPECT_TRUE(
        act([&](flow::Act& a) { return accept(a, link, "hash", wall + hours(23)); }, clock().now()).has_value());
}

TEST_P(Identity, CookiesAreForThisHostOnlyAndUnseenByScripts) {
    flow::World plain = world_on(database());
    plain.secure = false;
    EXPECT_EQ(cookie(world(), "abc"), "__Host-vastin=abc; Path=/; HttpOnly; SameSite=Lax; Secure");
    EXPECT_EQ(cookie(world(), ""), "__Host-vastin=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0");
    EXPECT_EQ(cookie(plain, "abc"), "vastin=abc; Path=/; HttpOnly; SameSite=Lax");
    const auto token = act([&](flow::Act& a) { return begin_session(a, anna, morning); }).value();
    EXPECT_FALSE(person_of(with_cookie(token, morning), plain).has_value()) << "another name of the cookie";
    EXPECT_FALSE(person_at(token.substr(1), morning).has_value());
    EXPECT_FALSE(person_at(std::string(32, '0'), morning).has_value());
    EXPECT_FALSE(person_at(token + "; other=1", morning).value_or(Person{}).id != anna);
}

}  // namespace
}  // namespace vastin::identity
