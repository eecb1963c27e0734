#include "kit/child.h"

#include <fcntl.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <memory>
#include <stdexcept>

namespace vastin::kit {

namespace {

std::int64_t steady_milliseconds() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

constexpr std::size_t said_most = 2000;
constexpr rlim_t open_files_most = 64;
constexpr rlim_t file_most = 16u * 1024 * 1024;  // bytes of a file in its folder
constexpr uid_t nobody = 65534;

struct Pipe {
    int read = -1, write = -1;
    Pipe() {
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
            throw std::runtime_error("no pipe to a child process");
        }
        read = ends[0];
        write = ends[1];
    }
    ~Pipe() {
        close(read);
        close(write);
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    static void close(int& end) {
        if (end >= 0) {
            ::close(end);
        }
        end = -1;
    }
};

/// Appends what the pipe holds; false at its end.
bool drain(int from, std::string& to) {
    std::array<char, 65536> room;
    const ssize_t count = ::read(from, room.data(), room.size());
    if (count > 0) {
        to.append(room.data(), static_cast<std::size_t>(count));
    }
    return count > 0 || (count < 0 && (errno == EAGAIN || errno == EINTR));
}

/// What may not be called: sockets but for pairs, other processes, and what only administrators and debuggers need.
constexpr int denied[] = {
    SCMP_SYS(socket),
    SCMP_SYS(connect),
    SCMP_SYS(bind),
    SCMP_SYS(listen),
    SCMP_SYS(accept),
    SCMP_SYS(accept4),
    SCMP_SYS(sendto),
    SCMP_SYS(fork),
    SCMP_SYS(vfork),
    SCMP_SYS(ptrace),
    SCMP_SYS(mount),
    SCMP_SYS(umount2),
    SCMP_SYS(pivot_root),
    SCMP_SYS(chroot),
    SCMP_SYS(setns),
    SCMP_SYS(unshare),
    SCMP_SYS(bpf),
    SCMP_SYS(perf_event_open),
    SCMP_SYS(keyctl),
    SCMP_SYS(add_key),
    SCMP_SYS(request_key),
    SCMP_SYS(init_module),
    SCMP_SYS(finit_module),
    SCMP_SYS(kexec_load),
    SCMP_SYS(reboot),
    SCMP_SYS(swapon),
    SCMP_SYS(userfaultfd),
    SCMP_SYS(open_by_handle_at),
    SCMP_SYS(process_vm_readv),
    SCMP_SYS(process_vm_writev),
    SCMP_SYS(kill),
    SCMP_SYS(pidfd_open),
    SCMP_SYS(io_uring_setup),
};

/// The filter in the kernel's little language, made before the fork: after it only system calls are safe. Threads are
/// allowed (Pango begins one), processes are not; clone3 hides which of them it makes, so it is not there.
std::vector<sock_filter> filter() {
    const std::unique_ptr<void, decltype(&::seccomp_release)> rules(::seccomp_init(SCMP_ACT_ALLOW), &::seccomp_release);
    bool good = rules != nullptr;
    for (const int call : denied) {
        good = good && ::seccomp_rule_add(rules.get(), SCMP_ACT_ERRNO(EPERM), call, 0) == 0;
    }
    good = good && ::seccomp_rule_add(rules.get(), SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0;
    good =
        good &&
        ::seccomp_rule_add(
            rules.get(), SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), 1, SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0)) == 0;
    Pipe through;
    (void)::fcntl(through.write, F_SETFL, O_NONBLOCK);  // it fits, or it is an error
    good = good && ::seccomp_export_bpf(rules.get(), through.write) == 0;
    Pipe::close(through.write);
    std::string bytes;
    while (good && drain(through.read, bytes)) {
    }
    if (!good || bytes.empty()) {
        throw std::runtime_error("no filter for a child process");
    }
    std::vector<sock_filter> made(bytes.size() / sizeof(sock_filter));
    std::memcpy(made.data(), bytes.data(), made.size() * sizeof(sock_filter));
    return made;
}

/// Everything the child needs, made before the fork.
struct Plan {
    std::vector<char*> arguments, environment;
    std::vector<const char*> readable;
    const char* folder = "";
    const ChildSettings* settings = nullptr;
    std::vector<sock_filter> calls;
    int in = -1, out = -1, said = -1;
};

void limit(__rlimit_resource what, rlim_t most) {
    const rlimit value{most, most};
    (void)::setrlimit(what, &value);
}

/// A rule of Landlock for one path; paths that are not there need none.
void allow(int rules, const char* path, std::uint64_t what) {
    const int at = ::open(path, O_PATH | O_CLOEXEC);
    if (at < 0) {
        return;
    }
    constexpr std::uint64_t of_files =
        LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_EXECUTE;
    landlock_path_beneath_attr rule{};
    rule.parent_fd = at;
    rule.allowed_access = what;
    if (::syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) != 0) {
        rule.allowed_access = what & of_files;  // not a folder
        (void)::syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    }
    ::close(at);
}

void close_the_disk(const Plan& plan) {
    constexpr std::uint64_t read =
        LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR | LANDLOCK_ACCESS_FS_EXECUTE;
    constexpr std::uint64_t write = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR |
                                    LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_MAKE_REG |
                                    LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE |
                                    LANDLOCK_ACCESS_FS_REMOVE_DIR;
    landlock_ruleset_attr all{};
    all.handled_access_fs = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;  // all that the first version knows
    const auto rules = static_cast<int>(::syscall(SYS_landlock_create_ruleset, &all, sizeof all.handled_access_fs, 0));
    if (rules < 0) {
        return;  // this kernel has none
    }
    for (const char* path : plan.readable) {
        allow(rules, path, read);
    }
    allow(rules, plan.folder, write);
    (void)::syscall(SYS_landlock_restrict_self, rules, 0);
    ::close(rules);
}

/// In the child: only system calls, then the program. Never returns.
[[noreturn]] void become(const Plan& plan) {
    (void)::prctl(PR_SET_PDEATHSIG, SIGKILL);
    (void)::setsid();
    if (::dup2(plan.in, 0) < 0 || ::dup2(plan.out, 1) < 0 || ::dup2(plan.said, 2) < 0) {
        ::_exit(126);
    }
    (void)::close_range(3, ~0U, 0);
    const bool root = ::geteuid() == 0;
    (void)::unshare(root ? CLONE_NEWNET : CLONE_NEWUSER | CLONE_NEWNET);
    if (root && (::syscall(SYS_setgroups, 0, nullptr) != 0 || ::setgid(nobody) != 0 || ::setuid(nobody) != 0)) {
        ::_exit(126);
    }
    limit(RLIMIT_CPU, static_cast<rlim_t>(plan.settings->processor_seconds));
    limit(RLIMIT_AS, plan.settings->memory);
    limit(RLIMIT_FSIZE, file_most);
    limit(RLIMIT_NOFILE, open_files_most);
    limit(RLIMIT_CORE, 0);
    sigset_t none;
    ::sigemptyset(&none);
    (void)::sigprocmask(SIG_SETMASK, &none, nullptr);
    (void)::signal(SIGPIPE, SIG_DFL);
    (void)::chdir(plan.folder);
    (void)::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    close_the_disk(plan);
    const sock_fprog program{static_cast<unsigned short>(plan.calls.size()),
                             const_cast<sock_filter*>(plan.calls.data())};  // the kernel only reads it
    if (::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) != 0) {
        ::_exit(126);
    }
    ::execve(plan.arguments[0], plan.arguments.data(), plan.environment.data());
    ::_exit(127);
}

/// An empty folder that is gone with everything in it.
struct Folder {
    std::string path;
    Folder() : path((std::filesystem::temp_directory_path() / "vastin-child-XXXXXX").string()) {
        if (::mkdtemp(path.data()) == nullptr) {
            throw std::runtime_error("no folder for a child process");
        }
        if (::geteuid() == 0 && ::chown(path.c_str(), nobody, nobody) != 0) {
            throw std::runtime_error("no folder for a child process");
        }
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
};

/// Feeds and reads until both outputs end; false when it took too long or said too much.
bool converse(
    const ChildSettings& settings, Pipe& in, Pipe& out, Pipe& said, std::string_view input, ChildResult& made) {
    const std::int64_t end = steady_milliseconds() + settings.time.milliseconds;
    (void)::fcntl(in.write, F_SETFL, O_NONBLOCK);
    while (out.read >= 0 || said.read >= 0) {
        const std::int64_t left = end - steady_milliseconds();
        std::array<pollfd, 3> ends{
            pollfd{in.write, POLLOUT, 0}, pollfd{out.read, POLLIN, 0}, pollfd{said.read, POLLIN, 0}};
        if (left <= 0 || (::poll(ends.data(), ends.size(), static_cast<int>(left)) < 0 && errno != EINTR)) {
            return false;
        }
        if (ends[0].revents != 0) {
            const ssize_t count = ::write(in.write, input.data(), input.size());
            input.remove_prefix(count > 0 ? static_cast<std::size_t>(count) : 0);
            if (input.empty() || (count < 0 && errno != EAGAIN && errno != EINTR)) {
                Pipe::close(in.write);
            }
        }
        if (ends[1].revents != 0 && !drain(out.read, made.output)) {
            Pipe::close(out.read);
        }
        if (ends[2].revents != 0 && !drain(said.read, made.said)) {
            Pipe::close(said.read);
        }
        made.said.erase(0, made.said.size() - std::min(made.said.size(), said_most));
        if (made.output.size() > settings.output) {
            return false;
        }
    }
    return true;
}

}  // namespace

ChildResult run_child(const ChildSettings& settings, std::string_view input) {
    const Folder folder;
    Pipe in, out, said;
    std::vector<std::string> words = settings.command;
    std::vector<std::string> environment{
        "LANG=C.UTF-8", "PATH=/usr/bin", "HOME=" + folder.path, "TMPDIR=" + folder.path};
    Plan plan;
    for (std::string& word : words) {
        plan.arguments.push_back(word.data());
    }
    for (std::string& word : environment) {
        plan.environment.push_back(word.data());
    }
    plan.arguments.push_back(nullptr);
    plan.environment.push_back(nullptr);
    for (const std::string& path : settings.readable) {
        plan.readable.push_back(path.c_str());
    }
    plan.folder = folder.path.c_str();
    plan.settings = &settings;
    plan.calls = filter();
    plan.in = in.read;
    plan.out = out.write;
    plan.said = said.write;
    const pid_t child = ::fork();
    if (child < 0) {
        throw std::runtime_error("no child process");
    }
    if (child == 0) {
        become(plan);
    }
    Pipe::close(in.read);
    Pipe::close(out.write);
    Pipe::close(said.write);
    ChildResult made;
    if (!converse(settings, in, out, said, input, made)) {
        (void)::kill(child, SIGKILL);
    }
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    made.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return made;
}

}  // namespace vastin::kit
