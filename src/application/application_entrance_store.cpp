#include "application/application_entrance_store.h"

#include "application/columns.h"

namespace vastin::application {

std::vector<Contact> contacts(kit::Transaction& t, const std::string& call) {
    std::vector<Contact> all;
    for (auto& [number, day, note, noted, by] : t.rows<std::string, std::string, std::string, Instant, std::string>(
             R"sql(SELECT business_id, day, note, noted, noted_by FROM application_contact
                   WHERE call = :call ORDER BY noted DESC, business_id LIMIT 500)sql",
             call)) {
        all.push_back({std::move(number), read_date(day).value_or(Date()), std::move(note), noted, std::move(by)});
    }
    return all;
}

bool has_contact(kit::Transaction& t, const std::string& call, const std::string& business_id) {
    return t
        .maybe<std::string>(R"sql(SELECT day FROM application_contact WHERE call = :call AND business_id = :number)sql",
                            call,
                            business_id)
        .has_value();
}

void put_contact(kit::Transaction& t, const std::string& call, const Contact& contact) {
    t.change(R"sql(INSERT INTO application_contact (call, business_id, day, note, noted, noted_by)
                   VALUES (:call, :number, :day, :note, :noted, :by)
                   ON CONFLICT (call, business_id) DO UPDATE SET day = excluded.day, note = excluded.note,
                       noted = excluded.noted, noted_by = excluded.noted_by)sql",
             call,
             contact.business_id,
             write_date(contact.day),
             contact.note,
             contact.noted,
             contact.noted_by);
}

bool was_let_through(kit::Transaction& t, Id<Application> application) {
    return t.maybe<Instant>(R"sql(SELECT noted FROM application_let_through WHERE application = :id)sql", application)
        .has_value();
}

bool put_let_through(kit::Transaction& t, Id<Application> application, Instant at, const std::string& by) {
    return t.change(R"sql(INSERT INTO application_let_through (application, noted, noted_by) VALUES (:id, :at, :by)
                          ON CONFLICT (application) DO NOTHING)sql",
                    application,
                    at,
                    by) == 1;
}

std::optional<Id<Application>> let_through_of(kit::Transaction& t,
                                              Id<identity::Account> account,
                                              const std::string& call) {
    auto row = t.maybe<Id<Application>>(
        R"sql(SELECT a.id FROM application_application a
              JOIN application_member m ON m.application = a.id
              JOIN application_let_through l ON l.application = a.id
              WHERE m.account = :account AND a.call = :call AND a.state <> 'withdrawn'
              ORDER BY a.id DESC LIMIT 1)sql",
        account,
        call);
    return row ? std::optional(std::get<0>(*row)) : std::nullopt;
}

std::string take_place(kit::Transaction& t,
                       const std::string& call,
                       const std::string& key,
                       Id<Application> application) {
    t.change(R"sql(DELETE FROM application_only WHERE application = :id AND NOT (call = :call AND key = :key))sql",
             application,
             call,
             key);
    t.change(R"sql(INSERT INTO application_only (call, key, application) VALUES (:call, :key, :id)
                   ON CONFLICT DO NOTHING)sql",
             call,
             key,
             application);
    return std::get<0>(t.one<std::string>(
        R"sql(SELECT application FROM application_only WHERE call = :call AND key = :key)sql", call, key));
}

std::optional<std::string> holder_of_place(kit::Transaction& t, const std::string& call, const std::string& key) {
    auto row = t.maybe<std::string>(
        R"sql(SELECT application FROM application_only WHERE call = :call AND key = :key)sql", call, key);
    return row ? std::optional(std::move(std::get<0>(*row))) : std::nullopt;
}

void leave_place(kit::Transaction& t, Id<Application> application) {
    t.change(R"sql(DELETE FROM application_only WHERE application = :id)sql", application);
}

Money support_asked(kit::Transaction& t, Id<Application> application) {
    return std::get<0>(
        t.one<Money>(R"sql(SELECT COALESCE(support, 0) FROM application_application WHERE id = :id)sql", application));
}

}  // namespace vastin::application
