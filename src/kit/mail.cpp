#include "kit/mail.h"

#include <curl/curl.h>

#include <algorithm>
#include <cstring>
#include <mutex>
#include <new>
#include <stdexcept>

#include "base/check.h"

namespace vastin::kit {
namespace {

/// A part of an address, or "".
std::string part_of(CURLU* address, CURLUPart part) {
    char* text = nullptr;
    if (curl_url_get(address, part, &text, 0) != CURLUE_OK) {
        return "";
    }
    std::string made(text);
    curl_free(text);
    return made;
}

bool is_loopback(const std::string& host) {
    return host == "localhost" || host == "[::1]" || host == "::1" ||
           (host.starts_with("127.") && host.find_first_not_of("0123456789.") == std::string::npos);
}

/// What a letter under way needs in libcurl's callbacks.
struct Sending {
    std::string message;
    std::size_t at = 0;
    bool begun = false;  // the recipient was named: from here on the answers are about this letter
    const std::atomic<bool>* ending = nullptr;
};

std::size_t give(char* into, std::size_t size, std::size_t count, void* user) {
    auto& sending = *static_cast<Sending*>(user);
    const std::size_t length = std::min(size * count, sending.message.size() - sending.at);
    std::memcpy(into, sending.message.data() + sending.at, length);
    sending.at += length;
    return length;
}

/// Hears what is said on the line, only to know how far the letter came.
int hear(CURL*, curl_infotype kind, char* text, std::size_t length, void* user) {
    const std::string_view said(text, length);
    if (kind == CURLINFO_HEADER_OUT && (said.starts_with("RCPT") || said.starts_with("DATA"))) {
        static_cast<Sending*>(user)->begun = true;
    }
    return 0;
}

int go_on(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return static_cast<Sending*>(user)->ending->load() ? 1 : 0;
}

/// The server wants a sign-in, or not this one: no letter's fault (RFC 4954, 6).
bool about_sign_in(long code) { return code == 530 || code == 534 || code == 535 || code == 538; }

MailAnswer judged(CURLcode result, long code, bool begun) {
    MailAnswer answer{Taken::no_server, code, result == CURLE_OK ? "" : curl_easy_strerror(result)};
    if (result == CURLE_OK) {
        answer.taken = Taken::yes;
    } else if (result != CURLE_ABORTED_BY_CALLBACK && begun && !about_sign_in(code)) {
        answer.taken = code >= 500 && code < 600 ? Taken::never : Taken::later;
    }
    return answer;
}

void set_line(CURL* handle, const MailSettings& settings) {
    curl_easy_setopt(handle, CURLOPT_URL, settings.server.c_str());
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(handle, CURLOPT_PROXY, "");
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_USE_SSL, settings.tls ? CURLUSESSL_ALL : CURLUSESSL_NONE);
    curl_easy_setopt(handle, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2);
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(settings.connect_time.milliseconds));
    curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(settings.whole_time.milliseconds));
    if (!settings.user.empty()) {
        curl_easy_setopt(handle, CURLOPT_USERNAME, settings.user.c_str());
        curl_easy_setopt(handle, CURLOPT_SASL_IR, 1L);
        curl_easy_setopt(handle, CURLOPT_PASSWORD, settings.password.c_str());
    }
}

}  // namespace

MailSettings mail_settings(const std::string& server,
                           std::string_view from,
                           const std::string& user,
                           const std::string& password,
                           bool plain) {
    const std::unique_ptr<CURLU, void (*)(CURLU*)> address(curl_url(), curl_url_cleanup);
    const auto no = [](const std::string& why) { throw std::runtime_error("--smtp: " + why); };
    if (curl_url_set(address.get(), CURLUPART_URL, server.c_str(), CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK) {
        no("expected smtp://host:port or smtps://host:port.");
    }
    const std::string scheme = part_of(address.get(), CURLUPART_SCHEME);
    if (scheme != "smtp" && scheme != "smtps") {
        no("expected smtp://host:port or smtps://host:port.");
    }
    if (!part_of(address.get(), CURLUPART_USER).empty() || !part_of(address.get(), CURLUPART_PASSWORD).empty()) {
        no("a user or password does not belong in the address, where every user of the machine sees it; set "
           "VASTIN_SMTP_USER and VASTIN_SMTP_PASSWORD, or --smtp-secrets FILE.");
    }
    if (part_of(address.get(), CURLUPART_PATH) != "/" || !part_of(address.get(), CURLUPART_QUERY).empty() ||
        !part_of(address.get(), CURLUPART_FRAGMENT).empty()) {
        no("nothing stands after the host and port.");
    }
    if (user.empty() != password.empty()) {
        no("a user and a password are given together, or neither.");
    }
    const bool near = is_loopback(part_of(address.get(), CURLUPART_HOST));
    MailSettings made{server, read_sender(from), user, password};
    made.tls = scheme == "smtps" || !(near || plain);
    if (!made.tls && !near && !user.empty()) {
        no("a password does not leave this machine without TLS; leave out --smtp-plain.");
    }
    return made;
}

Mailer::Mailer(MailSettings settings) : settings_(std::move(settings)) {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    handle_ = curl_easy_init();
    check(handle_ != nullptr, "libcurl begins");
}

Mailer::~Mailer() { curl_easy_cleanup(handle_); }

MailAnswer Mailer::send(const Mail& mail) {
    if (!may_be_written_to(mail.to)) {
        return {Taken::never, 0, "the address cannot be written to"};
    }
    if (ending_) {
        return {};
    }
    Sending sending{message_of(mail, settings_.from), 0, false, &ending_};
    curl_easy_reset(handle_);  // the connection stays
    set_line(handle_, settings_);
    const std::string from = "<" + settings_.from.address + ">";
    const std::unique_ptr<curl_slist, void (*)(curl_slist*)> to(
        curl_slist_append(nullptr, ("<" + mail.to + ">").c_str()), curl_slist_free_all);
    curl_easy_setopt(handle_, CURLOPT_MAIL_FROM, from.c_str());
    curl_easy_setopt(handle_, CURLOPT_MAIL_RCPT, to.get());
    curl_easy_setopt(handle_, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(handle_, CURLOPT_READFUNCTION, give);
    curl_easy_setopt(handle_, CURLOPT_READDATA, &sending);
    curl_easy_setopt(handle_, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(sending.message.size()));
    curl_easy_setopt(handle_, CURLOPT_VERBOSE, 1L);  // heard by hear(), printed nowhere
    curl_easy_setopt(handle_, CURLOPT_DEBUGFUNCTION, hear);
    curl_easy_setopt(handle_, CURLOPT_DEBUGDATA, &sending);
    curl_easy_setopt(handle_, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(handle_, CURLOPT_XFERINFOFUNCTION, go_on);
    curl_easy_setopt(handle_, CURLOPT_XFERINFODATA, &sending);
    const CURLcode result = curl_easy_perform(handle_);
    long code = 0;
    curl_easy_getinfo(handle_, CURLINFO_RESPONSE_CODE, &code);
    return judged(result, code, sending.begun);
}

}  // namespace vastin::kit
