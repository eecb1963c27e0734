#include "application/letters.h"

namespace vastin::application {

flow::Letter receipt_letter(const flow::World& world,
                            const identity::Person& person,
                            const Application& application,
                            const call::Call& call,
                            const Receipt& receipt) {
    const Language language = person.language;
    const auto text = [&](const Phrase& phrase) { return world.words.text(language, phrase); };
    const std::string address = world.address + "/" + std::string(vastin::code(language)) + "/applications/" +
                                application.id.str() + "/receipt";
    flow::Letter letter{person.email,
                        language,
                        text(say("Application {0} has arrived", receipt.register_number)),
                        {},
                        application.id.str()};
    letter.text = text(say("The application “{0}” to the call {1} has arrived.", application.title, call.name)) +
                  "\n\n" + text(say("Register number: {0}", receipt.register_number)) + "\n" +
                  text(say("Arrived: {0}", world.words.second(language, receipt.arrived))) + "\n" +
                  text(say("Checksum (SHA-256): {0}", receipt.hash)) + "\n\n" +
                  text(say("The receipt, and what happens next:")) + "\n" + address + "\n";
    return letter;
}

}  // namespace vastin::application
