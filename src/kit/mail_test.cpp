// Letters as they are written and as a mail server takes them.
#include "kit/mail.h"

#include <gtest/gtest.h>

#include "smtp_server.h"

namespace vastin::kit {
namespace {

const Sender office{"Kokkolan hanketuki", "tuki@kokkola.example"};

Mail letter(std::string subject = "Hakemus", std::string text = "Hei\n") {
    return {"01abc", Instant{1748246400000}, "fi", "aino@centria.example", std::move(subject), std::move(text)};
}

MailSettings settings(const cast::SmtpServer& server) {
    return mail_settings(server.address(), "Kokkolan hanketuki <tuki@kokkola.example>", "", "", false);
}

TEST(Mail, is_a_message_with_all_its_headers) {
    EXPECT_EQ(message_of(letter(), office),
              "From: \"Kokkolan hanketuki\" <tuki@kokkola.example>\r\n"
              "To: aino@centria.example\r\n"
              "Subject: Hakemus\r\n"
              "Date: Mon, 26 May 2025 08:00:00 +0000\r\n"
              "Message-ID: <01abc@kokkola.example>\r\n"
              "MIME-Version: 1.0\r\n"
              "Content-Type: text/plain; charset=utf-8\r\n"
              "Content-Transfer-Encoding: base64\r\n"
              "Content-Language: fi\r\n"
              "Auto-Submitted: auto-generated\r\n\r\n"
              "SGVpDQo=\r\n");
}

TEST(Mail, writes_other_letters_as_encoded_words_of_whole_letters) {
    EXPECT_NE(message_of(letter("Päätös"), office).find("\r\nSubject: =?UTF-8?B?UMOkw6R0w7Zz?=\r\n"),
              std::string::npos);
    const std::string made = message_of(letter(std::string(44, 'a') + "ä" + std::string(60, 'b')), office);
    const auto at = made.find("Subject: ");
    const std::string subject = made.substr(at, made.find("\r\nDate", at) - at);
    EXPECT_NE(subject.find("?=\r\n =?UTF-8?B?w6Ri"), std::string::npos)
        << "the ä stands whole in the second: " << subject;
    for (std::size_t begin = 0; begin < made.size();) {
        const auto end = made.find("\r\n", begin);
        EXPECT_LE(end - begin, 85U) << made.substr(begin, end - begin);
        begin = end + 2;
    }
    EXPECT_NE(message_of(letter("=?UTF-8?B?AAAA?="), office).find("Subject: =?UTF-8?B?PT9V"), std::string::npos)
        << "what looks encoded is encoded";
}

TEST(Mail, lets_nothing_become_a_header_or_a_command) {
    Mail bad = letter("Hei\r\nBcc: all@example.fi\r\n\r\nbody\x7f", "a\r\n.\r\nQUIT\n");
    bad.language = "fi\r\nX: y";
    const std::string made = message_of(bad, {"x\r\nBcc: you@example.fi", "tuki@kokkola.example"});
    EXPECT_EQ(made.find("\nBcc"), std::string::npos) << made;
    EXPECT_EQ(made.find("\nX:"), std::string::npos) << made;
    EXPECT_EQ(made.find("\n."), std::string::npos) << made;
    EXPECT_EQ(made.find("\r\n\r\n"), made.rfind("\r\n\r\n")) << "one end of the headers";
    for (const char* address :
         {"", "a", "@b", "a@", "a@b@c", "a b@c.fi", "a@c.fi\r\nRCPT TO:<x@y>", "<a@c.fi>", "a@c.fi,b@c.fi", "ä@c.fi"}) {
        EXPECT_FALSE(may_be_written_to(address)) << address;
    }
    EXPECT_TRUE(may_be_written_to("aino.ahonen+tuki@centria.example"));
}

std::string why_not(const std::string& server, const std::string& from = "a@b.fi", const std::string& user = "") {
    try {
        (void)mail_settings(server, from, user, user, server.ends_with("plain.fi"));
        return "";
    } catch (const std::runtime_error& fault) {
        return fault.what();
    }
}

TEST(Mail, settings_require_tls_but_on_this_machine) {
    EXPECT_TRUE(mail_settings("smtp://mail.example.fi:587", "a@b.fi", "u", "p", false).tls);
    EXPECT_TRUE(mail_settings("smtps://127.0.0.1", "a@b.fi", "", "", true).tls);
    for (const char* near : {"smtp://127.0.0.1:25", "smtp://localhost", "smtp://[::1]:25"}) {
        EXPECT_FALSE(mail_settings(near, "a@b.fi", "u", "p", false).tls) << near;
    }
    EXPECT_TRUE(mail_settings("smtp://127.0.0.1.example.fi.", "a@b.fi", "", "", false).tls);
    EXPECT_FALSE(mail_settings("smtp://mail.example.fi", "a@b.fi", "", "", true).tls);
    EXPECT_NE(why_not("smtp://plain.fi", "a@b.fi", "user").find("without TLS"), std::string::npos);
}

TEST(Mail, settings_refuse_what_they_cannot_keep) {
    for (const char* wrong : {"", "mail.example.fi", "http://mail.example.fi", "file:///etc/passwd", "smtp://"}) {
        EXPECT_NE(why_not(wrong).find("expected smtp://host:port"), std::string::npos)
            << wrong << ": " << why_not(wrong);
    }
    EXPECT_NE(why_not("smtp://user:word@mail.example.fi").find("does not belong in the address"), std::string::npos);
    EXPECT_NE(why_not("smtp://mail.example.fi/x").find("nothing stands after"), std::string::npos);
    EXPECT_NE(why_not("smtp://mail.example.fi", "nobody").find("is not an e-mail address"), std::string::npos);
    EXPECT_NE(why_not("smtp://mail.example.fi", "a <b@c.fi>\r\nX: <b@c.fi").find("is not an"), std::string::npos);
    EXPECT_THROW(mail_settings("smtps://mail.example.fi", "a@b.fi", "user", "", false), std::runtime_error);
}

TEST(Mailer, gives_letters_to_the_server_over_one_line) {
    cast::SmtpServer server;
    Mailer mailer(settings(server));
    EXPECT_EQ(mailer.send(letter()).taken, Taken::yes);
    EXPECT_EQ(mailer.send(letter("Toinen")).taken, Taken::yes);
    ASSERT_EQ(server.letters().size(), 2U);
    EXPECT_EQ(server.letters()[0], message_of(letter(), office));
    int greetings = 0;
    for (const std::string& said : server.commands()) {
        greetings += said.starts_with("EHLO") ? 1 : 0;
    }
    EXPECT_EQ(greetings, 1);
}

TEST(Mailer, tells_a_letters_refusal_from_a_servers_trouble) {
    struct Case {
        const char *word, *answer;
        Taken taken;
        long code;
    };
    for (const Case& one : {Case{"RCPT", "450 full", Taken::later, 450},
                            {"RCPT", "550 nobody", Taken::never, 550},
                            {"RCPT", "530 sign in", Taken::no_server, 530},
                            {"DATA", "451 not now", Taken::later, 451},
                            {"DATA", "554 no", Taken::never, 554},
                            {".", "452 full", Taken::later, 452},
                            {".", "554 spam", Taken::never, 554},
                            {".", "", Taken::later, -1},
                            {"RCPT", "", Taken::later, -1},
                            {"MAIL", "550 not from you", Taken::no_server, 550},
                            {"MAIL", "", Taken::no_server, -1},
                            {"HELLO", "554 closed", Taken::no_server, 554},
                            {"HELLO", "", Taken::no_server, -1}}) {
        cast::SmtpServer server;
        server.answer(one.word, one.answer);
        Mailer mailer(settings(server));
        const MailAnswer answer = mailer.send(letter());
        EXPECT_EQ(answer.taken, one.taken) << one.word << " " << one.answer << ": " << answer.code << " " << answer.why;
        if (one.code > 0) {
            EXPECT_EQ(answer.code, one.code) << one.word << " " << one.answer;
        }
        EXPECT_EQ(answer.why.find("nobody"), std::string::npos);
        EXPECT_EQ(answer.why.find('@'), std::string::npos);
        EXPECT_TRUE(server.letters().empty());
        EXPECT_EQ(mailer.send(letter()).taken, Taken::yes) << "the next finds its way after " << one.word;
    }
}

TEST(Mailer, says_nothing_of_a_letter_without_tls_where_it_is_required) {
    cast::SmtpServer server;
    MailSettings strict = settings(server);
    strict.tls = true;
    Mailer mailer(strict);
    EXPECT_EQ(mailer.send(letter()).taken, Taken::no_server);
    for (const std::string& said : server.commands()) {
        EXPECT_FALSE(said.starts_with("MAIL") || said.starts_with("AUTH")) << said;
    }
}

TEST(Mailer, signs_in_and_knows_that_a_wrong_password_is_no_letters_fault) {
    cast::SmtpServer server;
    Mailer mailer(mail_settings(server.address(), "tuki@kokkola.example", "user", "word", false));
    server.answer("AUTH", "535 no");
    EXPECT_EQ(mailer.send(letter()).taken, Taken::no_server);
    server.answer("AUTH", "235 welcome");
    EXPECT_EQ(mailer.send(letter()).taken, Taken::yes);
}

TEST(Mailer, does_not_wait_for_ever_and_not_after_its_end) {
    MailSettings nobody = mail_settings("smtp://127.0.0.1:1", "tuki@kokkola.example", "", "", false);
    nobody.connect_time = nobody.whole_time = seconds(1);
    Mailer mailer(nobody);
    EXPECT_EQ(mailer.send(letter()).taken, Taken::no_server);
    Mail nowhere = letter();
    nowhere.to = "no address";
    EXPECT_EQ(mailer.send(nowhere).taken, Taken::never);
    mailer.end();
    EXPECT_EQ(mailer.send(letter()).taken, Taken::no_server);
}

}  // namespace
}  // namespace vastin::kit
