#include "organisation/representation_letters.h"

namespace vastin::organisation {

namespace {

flow::Letter letter(const flow::World& world,
                    const std::string& to,
                    Language language,
                    const Phrase& subject,
                    const std::vector<Phrase>& paragraphs) {
    flow::Letter made{to, language, world.words.text(language, subject), {}, {}};
    for (const Phrase& paragraph : paragraphs) {
        made.text += (made.text.empty() ? "" : "\n\n") + world.words.text(language, paragraph);
    }
    return made;
}

void link(flow::Letter& made, const flow::World& world, const std::string& path) {
    made.text += "\n" + world.address + "/" + std::string(vastin::code(made.language)) + path + "\n";
}

}  // namespace

std::string whom(const Representation& one, Language language) {
    const std::string& organisation = one.organisation.name.in(language);
    return one.unit ? one.unit->name.in(language) + ", " + organisation : organisation;
}

flow::Letter said_letter(const flow::World& world, const Decider& to, const Representative& who) {
    const std::string organisation = whom(who.is, to.language);
    flow::Letter made =
        letter(world,
               to.email,
               to.language,
               say("{0} says to act for {1}", who.name, organisation),
               {say("{0} ({1}) says to act for {2}. It is not confirmed yet.", who.name, who.email, organisation),
                say("Confirm it if it is so, or refuse it:")});
    made.about = who.is.id.str();
    link(made, world, to.path);
    return made;
}

flow::Letter confirmed_letter(const flow::World& world, const Representative& who) {
    const std::string organisation = whom(who.is, who.language);
    flow::Letter made = letter(world,
                               who.email,
                               who.language,
                               say("You are confirmed as a representative of {0}", organisation),
                               {say("It has been confirmed that you act for {0}.", organisation),
                                who.is.standing == Standing::administrator
                                    ? say("You also confirm others who act for it. You get a letter when somebody says "
                                          "so.")
                                    : say("This gives you no right to the applications of others. Whoever manages an "
                                          "application invites you to it by name.")});
    made.about = who.is.id.str();
    link(made, world, "/account/organisations");
    return made;
}

flow::Letter declined_letter(const flow::World& world, const Representative& who, State before) {
    const std::string organisation = whom(who.is, who.language);
    const bool ended = before == State::confirmed;
    flow::Letter made = letter(world,
                               who.email,
                               who.language,
                               ended ? say("You are no longer a representative of {0}", organisation)
                                     : say("It was not confirmed that you act for {0}", organisation),
                               {ended ? say("It was confirmed that you act for {0}. That has been ended.", organisation)
                                      : say("You said that you act for {0}. It was not accepted.", organisation),
                                say("Reason: {0}", who.is.reason),
                                say("Your own applications stay as they are.")});
    made.about = who.is.id.str();
    link(made, world, "/account/organisations");
    return made;
}

}  // namespace vastin::organisation
