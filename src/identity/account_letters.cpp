#include "identity/account_letters.h"

namespace vastin::identity {

namespace {

/// A letter of paragraphs; the addresses in it are lines of their own.
class Writer {
  public:
    Writer(const flow::World& world, Reader to, const Phrase& subject) : world_(world) {
        letter_.to = std::move(to.email);
        letter_.language = to.language;
        letter_.subject = spoken(subject);
    }
    Writer& paragraph(const Phrase& phrase) {
        letter_.text += (letter_.text.empty() ? "" : "\n\n") + spoken(phrase);
        return *this;
    }
    /// An address of the town below the last paragraph; `path` begins after the language.
    Writer& link(const std::string& path) {
        letter_.text += "\n" + world_.address + "/" + std::string(vastin::code(letter_.language)) + path;
        return *this;
    }
    flow::Letter done() {
        letter_.text += "\n";
        return std::move(letter_);
    }
    flow::Letter fades(Instant ends) {
        letter_.fades = ends;
        return done();
    }
    Writer& about(Id<Account> account) {
        letter_.about = account.str();
        return *this;
    }

  private:
    std::string spoken(const Phrase& phrase) const { return world_.words.text(letter_.language, phrase); }
    const flow::World& world_;
    flow::Letter letter_;
};

/// The query that leads on to `next`.
std::string going(const std::string& next) { return next.empty() ? "" : "?next=" + kit::url_escaped(next); }

Phrase not_you() {
    return say(
        "If it was not you, somebody may know your password. Set a new one at once: choose “I have forgotten my "
        "password” on the sign-in page.");
}

}  // namespace

Reader reader(const Listed& account) { return {account.account.email, account.account.language}; }

flow::Letter register_letter(const flow::World& world, const Reader& to, const Sent& link) {
    return Writer(world, to, say("Finish your account in Vastin"))
        .paragraph(
            say("Somebody, probably you, asked for an account for this address. Open the link, write your name and "
                "choose a password. It works once, for 24 hours."))
        .link("/register/" + link.token + going(link.next))
        .paragraph(say("If it was not you, do nothing: no account is made."))
        .fades(link.ends);
}

flow::Letter has_account_letter(const flow::World& world, const Listed& account, const std::string& next) {
    return Writer(world, reader(account), say("You have an account in Vastin already"))
        .about(account.id)
        .paragraph(say("Somebody, probably you, asked for an account for this address. It has one. Sign in with it:"))
        .link("/sign-in" + going(next))
        .paragraph(say("If you have forgotten the password, ask for a new one:"))
        .link("/forgotten")
        .done();
}

flow::Letter forgotten_letter(const flow::World& world, const Listed& account, const std::string& token, Instant ends) {
    return Writer(world, reader(account), say("Set a new password in Vastin"))
        .about(account.id)
        .paragraph(
            say("Somebody, probably you, asked for a new password for this address. Open the link and choose one. It "
                "works once, for an hour."))
        .link("/welcome/" + token)
        .paragraph(say("If it was not you, do nothing: your password stays as it is."))
        .fades(ends);
}

flow::Letter password_changed_letter(const flow::World& world, const Listed& account) {
    return Writer(world, reader(account), say("Your password in Vastin was changed"))
        .about(account.id)
        .paragraph(say("The password of your account was changed, and all other sessions were ended."))
        .paragraph(not_you())
        .link("/sign-in")
        .done();
}

flow::Letter new_email_letter(const flow::World& world, const Reader& to, const std::string& token, Instant ends) {
    return Writer(world, to, say("Confirm your new e-mail address in Vastin"))
        .paragraph(
            say("The owner of an account wants to use this address for it. Open the link and confirm. It works once, "
                "for 24 hours."))
        .link("/email/" + token)
        .paragraph(say("If it was not you, do nothing: the account stays at its old address."))
        .fades(ends);
}

flow::Letter taken_email_letter(const flow::World& world, const Reader& to) {
    return Writer(world, to, say("You have an account in Vastin already"))
        .paragraph(
            say("The owner of another account wanted to use this address for it. It cannot be: an account of its own "
                "belongs to this address."))
        .paragraph(say("If that was you, sign in with this address, or choose another one in the other account."))
        .link("/sign-in")
        .done();
}

flow::Letter email_asked_letter(const flow::World& world, const Listed& account) {
    return Writer(world, reader(account), say("A new e-mail address was asked for your account in Vastin"))
        .about(account.id)
        .paragraph(
            say("Your account is to move to another e-mail address. It moves when the link is opened that we sent "
                "there; until then you sign in with this address."))
        .paragraph(not_you())
        .link("/sign-in")
        .done();
}

flow::Letter email_changed_letter(const flow::World& world, const Listed& before) {
    return Writer(world, reader(before), say("Your e-mail address in Vastin was changed"))
        .about(before.id)
        .paragraph(
            say("Your account has moved to another e-mail address. From now on you sign in with the new one, and "
                "letters come there."))
        .paragraph(say("If it was not you, write to the city at once:"))
        .link("/help")
        .done();
}

flow::Letter role_letter(const flow::World& world, const Listed& account) {
    return Writer(world, reader(account), say("Your role in Vastin has changed"))
        .about(account.id)
        .paragraph(say("Your role is now: {0}. You were signed out; sign in again to use it.",
                       role_name(account.account.role)))
        .link("/sign-in")
        .done();
}

}  // namespace vastin::identity
