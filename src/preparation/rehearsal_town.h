#pragma once
// The town of a rehearsal: a database in a folder of its own, people who are nobody, and their deeds. Inside
// preparation only.
#include "application/application_send.h"
#include "application/made_up.h"
#include "flow/act.h"
#include "programme/programme.h"

namespace vastin::preparation {

class RehearsalTown {
  public:
    explicit RehearsalTown(const flow::World& real);
    ~RehearsalTown();
    RehearsalTown(const RehearsalTown&) = delete;
    RehearsalTown& operator=(const RehearsalTown&) = delete;

    const flow::World& world() const { return world_; }
    void publish(const programme::Programme& programme, const call::Call& call, Instant at);
    /// A person who is nobody; each one has another language.
    identity::Person somebody(const application::MadeUp& made, Instant at);
    const identity::Person& office() const { return office_; }

    /// A draft of `person` with the answers and files of `made`. Refusal as of application::start().
    Result<Id<application::Application>> write(const identity::Person& person,
                                               const application::MadeUp& made,
                                               Instant at);
    /// Sends it as it is saved.
    Result<application::Receipt> send(const identity::Person& person, Id<application::Application> id, Instant at);
    /// Runs an act of `actor`.
    template <class Deed>
    auto act(const flow::Actor& actor, Instant at, Deed&& deed) {
        return flow::perform(world_, actor, at, std::forward<Deed>(deed));
    }
    application::Application found(Id<application::Application> id);

  private:
    void attach(const application::Application& made, Id<application::Application> id, Instant at);
    std::string folder_;
    std::unique_ptr<kit::Database> database_;
    kit::Clock clock_;
    flow::World world_;
    identity::Person office_;
    std::int64_t people_ = 0;
};

}  // namespace vastin::preparation
