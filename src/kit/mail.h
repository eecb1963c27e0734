#pragma once
// Letters to a mail server: SMTP (libcurl) and the message itself (RFC 5322, RFC 2047). The words of a letter come from
// people; nothing in them can become a header or a command.
#include <atomic>
#include <memory>
#include <string>
#include <string_view>

#include "base/time.h"

namespace vastin::kit {

/// Who writes: "tuki@kokkola.fi", or "Kokkolan hanketuki <tuki@kokkola.fi>".
struct Sender {
    std::string name, address;
};

struct MailSettings {
    std::string server;  // "smtp://host:port" (TLS by STARTTLS), "smtps://host:port" (TLS from the first byte)
    Sender from;
    std::string user, password;  // both empty: no sign-in
    bool tls = true;             // required; without it nothing is encrypted
    Duration connect_time = seconds(10);
    Duration whole_time = seconds(60);  // a letter, from the connection to the server's last word
};

struct Mail {
    std::string id;        // begins the Message-ID: the same at every try, so that a second copy can be known
    Instant at;            // when it was written
    std::string language;  // "fi"
    std::string to, subject, text;
};

/// A sender as the command line has it. Throws std::runtime_error with a clear sentence.
Sender read_sender(std::string_view text);
/// Settings for `server`. TLS is required, unless the host is this machine's loopback or `plain` says that the way to
/// it is safe. Refuses (std::runtime_error, a clear sentence) another scheme, a user or password in the address, which
/// every user of the machine would see, half of the pair, and a password over a way without TLS to another machine.
MailSettings mail_settings(
    const std::string& server, std::string_view from, const std::string& user, const std::string& password, bool plain);

/// Whether an address may stand in a command: one @, printable ASCII, no blank, quote, bracket, comma or semicolon.
bool may_be_written_to(std::string_view address);
/// The whole message, lines ended by CR LF: From, To, Subject, Date, Message-ID, MIME, Auto-Submitted: auto-generated,
/// text in base64. Control letters in a header become blanks.
std::string message_of(const Mail& mail, const Sender& from);

enum class Taken {
    yes,        // the server has it
    later,      // refused for now, or the line broke after the letter was begun: this letter may be tried again
    never,      // refused for good, or the address is none
    no_server,  // not reached, no TLS, no sign-in, sender refused: no letter's fault, all wait
};
struct MailAnswer {
    Taken taken = Taken::no_server;
    long code = 0;    // the server's last word, 0: none
    std::string why;  // of a failure: libcurl's sentence for its kind; never an address or words of a letter
};

/// One connection to the mail server, kept between letters. For one thread; end() from any.
class Mailer {
  public:
    explicit Mailer(MailSettings settings);
    ~Mailer();
    Mailer(const Mailer&) = delete;
    Mailer& operator=(const Mailer&) = delete;
    /// Sends one letter and waits for the server's word.
    MailAnswer send(const Mail& mail);
    /// Breaks off a send() under way within about a second; every later one is no_server.
    void end() { ending_ = true; }

  private:
    MailSettings settings_;
    std::atomic<bool> ending_{false};
    void* handle_;
};

}  // namespace vastin::kit
