#pragma once
// Everything has a limit, and the limits stand here.
#include <cstddef>
#include <cstdint>

#include "base/time.h"

namespace vastin::kit::limits {

// the edge (RELIABILITY 2, line 22)
inline constexpr std::size_t request_line = 8 * 1024;    // bytes; longer: 414
inline constexpr std::size_t request_head = 32 * 1024;   // bytes; longer: 431
inline constexpr std::size_t request_headers = 100;      // lines; more: 431
inline constexpr std::size_t request_body = 256 * 1024;  // bytes of a form; longer: 413
inline constexpr std::size_t form_fields = 1000;         // names in a body or query; more: 413
inline constexpr std::size_t field_name = 100;           // bytes
inline constexpr Duration head_time = seconds(10);       // from the first byte to the end of the head; slower: 408
inline constexpr Duration body_time = seconds(60);       // to the end of the body; slower: 408
inline constexpr Duration idle_time = seconds(75);       // a kept connection without a request is closed
inline constexpr Duration write_time = seconds(30);      // an answer not taken in this time is dropped
inline constexpr std::size_t connections = 4000;         // more wait in the listen queue
inline constexpr std::size_t queue_reads =
    512;                                        // requests waiting for a worker before lists are shed: 503, Retry-After
inline constexpr std::size_t queue_all = 4000;  // before anything is shed
inline constexpr std::size_t requests_per_connection = 10000;

// forms with files: streamed, never whole in memory
inline constexpr std::size_t upload_file = 20 * 1024 * 1024;       // bytes of one file; more is refused with its reason
inline constexpr std::size_t upload_files = 5;                     // files of one form; more: 413
inline constexpr std::size_t upload_body = 101 * 1024 * 1024;      // bytes of the whole form; longer: 413
inline constexpr std::size_t upload_part_head = 8 * 1024;          // bytes of the head of one part; longer: 400
inline constexpr std::size_t upload_chunk = 256 * 1024;            // bytes of a row in the database, and read at once
inline constexpr Duration upload_time = minutes(10);               // from the head to the end of the body; slower: 408
inline constexpr Duration upload_silence = seconds(30);            // without a byte; longer: 408
inline constexpr std::size_t uploads = 32;                         // at once; more: 503, Retry-After
inline constexpr std::size_t uploads_per_client = 6;               // at once from one address
inline constexpr int upload_threads = 4;                           // that write chunks; never those that answer pages
inline constexpr std::size_t upload_unlinked = 300 * 1024 * 1024;  // bytes a person may send in a day without use
inline constexpr std::size_t attachments_per_place = 20;           // files in one place of an application
inline constexpr Duration upload_kept = hours(24);                 // what no act took is removed after this
inline constexpr Duration attachment_kept = hours(24 * 30);        // what was removed from a draft is kept this long

// papers, made on request
inline constexpr int papers_at_once = 2;  // more: 503, Retry-After

// letters that leave
inline constexpr std::int64_t letters_at_once = 50;  // of one look at the outbox
inline constexpr std::int64_t letter_tries = 12;     // then a letter has failed: after about six days

// the database
inline constexpr std::size_t write_batch = 128;  // acts in one commit on SQLite
inline constexpr Duration database_wait = seconds(5);

// people
inline constexpr Duration session_idle = minutes(60);
inline constexpr Duration session_whole = hours(12);
inline constexpr Duration session_seen_step = minutes(5);
inline constexpr Duration invitation = hours(24);
inline constexpr Duration session_warning = minutes(5);   // before its end the page says so
inline constexpr Duration parked_time = hours(1);         // a form posted in an ended session is kept
inline constexpr Duration parked_lost = minutes(1);       // one that was begun and never done may be begun again
inline constexpr std::size_t parked_size = request_body;  // bytes of its names and values
inline constexpr std::int64_t parked_per_browser = 3;
inline constexpr std::int64_t parked_in_all = 4000;
inline constexpr std::int64_t parked_unknown = 200;  // of sessions that nobody knows any more
inline constexpr int sign_in_tries = 5;              // wrong passwords before the account and the address wait
inline constexpr int network_tries = 30;             // wrong passwords of a network, over any accounts, before it waits
inline constexpr Duration network_leak = minutes(1);       // each time one of them is forgotten
inline constexpr int letters_to_address = 3;               // letters that strangers can cause to one address
inline constexpr Duration address_leak = minutes(20);      // each time one of them is forgotten
inline constexpr int letters_of_network = 20;              // letters that strangers of one network can cause
inline constexpr Duration attempts_kept = hours(24);       // then a count of tries is forgotten
inline constexpr Duration familiar_kept = hours(24 * 90);  // how long a network is known to an account
inline constexpr Duration registration = hours(24);        // a link that makes an account
inline constexpr Duration new_email = hours(24);           // a link that moves an account to another address
inline constexpr Duration new_password = hours(1);         // a link for a forgotten password
inline constexpr Duration sessions_kept = hours(12);       // ended ones: whose a form is that comes after the end
inline constexpr Duration links_kept = hours(24 * 7);      // ended links, for the one who asks why it does not work
inline constexpr std::size_t name_letters = 60;            // of a person
inline constexpr std::size_t password_least = 12;          // letters
inline constexpr std::size_t password_most = 256;          // bytes
inline constexpr std::size_t drafts_per_person = 50;
inline constexpr std::size_t organisations_added = 30;       // organisations and units that one account adds by name
inline constexpr std::size_t representations_open = 20;      // organisations that one account says to act for
inline constexpr std::size_t representations_in_a_day = 20;  // said anew, taken back or not: each sends letters
inline constexpr std::size_t parts_per_application = 20;     // implementers of a group
inline constexpr std::size_t members_per_application = 30;
inline constexpr Duration application_invitation = hours(14 * 24);

// texts and lists
inline constexpr std::size_t line_letters = 200;    // a one-line answer, unless the form says less
inline constexpr std::size_t text_letters = 20000;  // a long answer, unless the form says less
inline constexpr std::size_t rows_per_field = 50;   // of a table or a repeated group in a form
inline constexpr std::size_t columns_per_field = 12;
inline constexpr std::size_t questions_per_call = 2000;
inline constexpr std::size_t feedback_letters = 5000;
inline constexpr std::size_t feedback_a_day = 200;  // of strangers, in the whole town: more is no feedback
inline constexpr std::size_t export_rows = 20000;   // of a list as a file
inline constexpr std::size_t page_rows = 50;
inline constexpr std::size_t json_depth = 64;
inline constexpr std::size_t condition_letters = 2000;  // of one condition of a call
inline constexpr std::size_t condition_depth = 20;      // conditions inside each other
inline constexpr std::size_t data_file = 1024 * 1024;   // bytes of one TOML file of a programme

}  // namespace vastin::kit::limits
