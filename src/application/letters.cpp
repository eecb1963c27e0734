#include "application/letters.h"

#include "call/opening.h"

namespace vastin::application {

namespace {

/// A letter in the making, in one language.
struct Writer {
    const flow::World& world;
    Language language;
    flow::Letter letter;

    Writer(const flow::World& of, Language in, std::string to, const Application& a)
        : world(of), language(in), letter{std::move(to), in, {}, {}, a.id.str()} {}
    std::string text(const Phrase& phrase) const { return world.words.text(language, phrase); }
    void line(const Phrase& phrase) { letter.text += text(phrase) + "\n"; }
    void space() { letter.text += "\n"; }
    void address(const std::string& path) {
        letter.text += world.address + "/" + std::string(vastin::code(language)) + path + "\n";
    }
};

Phrase named(const Application& a) {
    return a.title.empty() ? say("Project without a name") : Phrase(Localised{a.title, a.title, a.title});
}

}  // namespace

flow::Letter receipt_letter(const flow::World& world,
                            const identity::Person& person,
                            const Application& application,
                            const call::Call& call,
                            const Receipt& receipt) {
    Writer w(world, person.language, person.email, application);
    w.letter.subject = w.text(say("Application {0} has arrived", receipt.register_number));
    w.line(say("The application “{0}” to the call {1} has arrived.", application.title, call.name));
    w.space();
    w.line(say("Register number: {0}", receipt.register_number));
    w.line(say("Arrived: {0}", world.words.second(w.language, receipt.arrived)));
    w.line(say("Checksum (SHA-256): {0}", receipt.hash));
    if (const Phrase handled = call::handled_words(call.window, application.arrived.value_or(receipt.arrived));
        !handled.empty()) {
        w.line(handled);
    }
    w.space();
    w.line(say("The receipt, and what happens next:"));
    w.address("/applications/" + application.id.str() + "/receipt");
    return std::move(w.letter);
}

flow::Letter invitation_letter(const flow::World& world,
                               const identity::Person& person,
                               const Application& application,
                               const call::Call& call,
                               const Invited& invited,
                               const std::string& token) {
    Writer w(world, person.language, invited.email, application);
    w.letter.subject = w.text(say("You are invited to an application: {0}", named(application)));
    w.line(
        say("{0} invites you to the application “{1}” to the call {2}.", person.name, named(application), call.name));
    w.line(say("What you may do: {0}.", right_name(invited.right)));
    w.space();
    w.line(say("Open the link, and sign in or make an account. The link works once, until {0}.", invited.expires));
    w.address("/invitations/" + token);
    w.space();
    w.line(say("If you do not know what this is about, you need not do anything."));
    return std::move(w.letter);
}

flow::Letter let_through_letter(const flow::World& world,
                                const identity::NewAccount& person,
                                const Application& application,
                                const call::Call& second) {
    Writer w(world, person.language, person.email, application);
    w.letter.subject = w.text(say("Let through to the second stage: {0}", named(application)));
    w.line(say(
        "The project “{0}” has been let through to the second stage, the call {1}.", named(application), second.name));
    w.line(say("Begin the application of the second stage by the link: what you wrote in the first is there already."));
    w.address("/calls/" + second.code.text + "/apply");
    if (!second.window.endless) {
        w.space();
        w.line(say("Open from {0} to {1}.", second.window.opens, second.window.closes));
    }
    return std::move(w.letter);
}

flow::Letter withdrawal_letter(const flow::World& world,
                               const identity::Person& person,
                               const Application& application) {
    Writer w(world, person.language, person.email, application);
    w.letter.subject = w.text(say("Application {0} has been withdrawn", *application.register_number));
    w.line(
        say("The application “{0}” has been withdrawn. It stays in the register with its number {1}, but it is no "
            "longer handled.",
            named(application),
            *application.register_number));
    w.space();
    w.address("/applications/" + application.id.str() + "/receipt");
    return std::move(w.letter);
}

}  // namespace vastin::application
