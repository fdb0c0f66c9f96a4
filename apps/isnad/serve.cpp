// SPDX-License-Identifier: Apache-2.0
// `isnad serve`: the desk, on this machine alone, or with users and encryption for others too.
#include <csignal>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <memory>

#include "commands.h"
#include "data_folder.h"
#include "isnad/desk/desk.h"
#include "isnad/desk/server.h"
#include "isnad/store/user_book.h"
#include "serve_ingest.h"
#include "store_options.h"
#include "talk.h"

namespace isnad {
namespace {

constexpr int kUsualPort = 8427;

struct ServeOptions {
  std::string database;
  int port = kUsualPort;
  std::string analyst = "analyst";
  std::optional<std::string> pages;
  bool create = false;
  std::string listen = "127.0.0.1";
  std::vector<std::string> hosts;
  std::optional<std::string> certificate, key;
  bool behind_proxy = false, login = false, fetch = false;
  DataOptions data;
};

// Waits until the program is told to end. The signals are blocked in all threads, so that this one
// takes them.
void wait_for_end(const sigset_t& ends) {
  int signal = 0;
  sigwait(&ends, &signal);
}

Result<std::string> file_of(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
  if (!stream || bytes.empty())
    return failure(ErrorCode::kCannotRead, "cannot be read; name a file in PEM", path);
  return bytes;
}

bool is_this_machine(const std::string& address) {
  return address.starts_with("127.") || address == "localhost";
}

// A proxy brings others to this machine.
bool is_for_others(const ServeOptions& options) {
  return !is_this_machine(options.listen) || options.behind_proxy;
}

// What must hold before others may ask; a sentence, or nothing.
std::string missing_for(const ServeOptions& options) {
  if (options.certificate.has_value() != options.key.has_value())
    return "--certificate and --key go together";
  if (!is_for_others(options)) return {};
  if (!options.certificate && !options.behind_proxy)
    return "passwords must not travel in the open: give --certificate and --key, or "
           "--behind-proxy where a proxy or tunnel of yours encrypts";
  auto book = UserBook::open(options.database, OpenMode::kWrite);
  if (!book) return describe(book.error());
  const auto users = book->users();
  if (!users) return describe(users.error());
  return users->empty() ? "a desk for others needs users; add an admin first: isnad users "
                          "add NAME --role admin --db " +
                              options.database
                        : std::string();
}

// Then those who name feeds are not those who own the machine.
bool has_users(const ServeOptions& options) {
  auto book = UserBook::open(options.database, OpenMode::kWrite);
  if (!book) return true;
  const auto users = book->users();
  return !users || !users->empty();
}

ServerOptions server_options_of(const ServeOptions& options) {
  ServerOptions server;
  server.port = static_cast<uint16_t>(options.port);
  server.address = options.listen == "localhost" ? "127.0.0.1" : options.listen;
  server.behind_proxy = options.behind_proxy;
  // A proxy is one address for all.
  if (!is_this_machine(options.listen) && !options.behind_proxy) server.connections_of_one = 40;
  return server;
}

int run_serve(const ServeOptions& options) {
  sigset_t ends;
  sigemptyset(&ends);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&ends, signal);
  pthread_sigmask(SIG_BLOCK, &ends, nullptr);
  std::signal(SIGPIPE, SIG_IGN);

  DataOptions data = options.data;
  data.explain = true;
  auto loaded = load_coder(data);
  if (!loaded) {
    say(describe(loaded.error()));
    return kNotUsable;
  }
  const auto coder = std::make_shared<const Coder>(std::move(*loaded));
  if (!open_store(options.database, options.create ? OpenMode::kCreate : OpenMode::kWrite))
    return kNotUsable;

  if (const std::string missing = missing_for(options); !missing.empty()) {
    say(missing);
    return kBadUsage;
  }
  ServerOptions server_options = server_options_of(options);
  if (options.certificate) {
    const auto certificate = file_of(*options.certificate);
    const auto key = file_of(*options.key);
    if (!certificate || !key) {
      say(describe(!certificate ? certificate.error() : key.error()));
      return kBadUsage;
    }
    server_options.certificate = *certificate;
    server_options.key = *key;
  }

  DeskOptions desk_options;
  desk_options.seconds = [] { return static_cast<int64_t>(std::time(nullptr)); };
  desk_options.secure = options.certificate || options.behind_proxy;
  desk_options.login = options.login || is_for_others(options);
  desk_options.hosts.push_back(options.listen);
  for (const std::string& host : options.hosts) desk_options.hosts.push_back(host);
  desk_options.database = options.database;
  desk_options.pages =
      options.pages ? std::filesystem::path(*options.pages) : data_folder(options.data) / "web";
  desk_options.analyst = options.analyst;
  desk_options.engine = "isnad " ISNAD_VERSION ", " + coder->versions();
  desk_options.now = utc_now;
  desk_options.ingest = desk_ingest(coder, options.database, desk_options.writing,
                                    has_users(options) || desk_options.login);
  desk_options.fetch = options.fetch;
  auto desk = Desk::open(std::move(desk_options));
  if (!desk) {
    say(describe(desk.error()));
    return kNotUsable;
  }

  auto server = HttpServer::start(
      server_options, {[](const HttpRequest& request) { return Desk::body_limit(request); },
                       [&](const HttpRequest& request) { return desk->answer(request); },
                       [&](int status) { return desk->refuse(status); }});
  if (!server) {
    say(describe(server.error()));
    return kBadUsage;
  }
  const std::string address = (options.certificate ? "https://" : "http://") +
                              server_options.address + ":" + std::to_string(server->port()) + "/";
  say("the desk is at " + address +
      (is_for_others(options) ? " for its users" : " for this machine alone") +
      "; stop it with Ctrl+C");
  wait_for_end(ends);
  desk->stop();
  return kDone;
}

}  // namespace

Command serve_command() {
  const auto options = std::make_shared<ServeOptions>();
  Command command;
  command.name = "serve";
  command.summary = "Open the desk: a database's incidents in a browser";
  command.examples =
      "  isnad serve --db desk.isnad\n"
      "  isnad serve --db new.isnad --create --port 9000 --as Huda\n"
      "  isnad serve --db desk.isnad --listen 0.0.0.0 --host desk.example.org --certificate "
      "cert.pem "
      "--key key.pem";
  command.arguments = {
      database_argument(options->database),
      {"--port", "N", "Port (default 8427; 0: any that is free)", &options->port},
      {"--listen", "ADDRESS",
       "IPv4 address to listen on (default 127.0.0.1); another one needs users and encryption",
       &options->listen},
      {"--host", "NAME", "A name under which browsers reach the desk; may be given again",
       &options->hosts},
      {"--certificate", "FILE", "Certificate chain for https, PEM", &options->certificate},
      {"--key", "FILE", "Its private key, PEM", &options->key},
      {"--behind-proxy", "",
       "A proxy of yours before the desk encrypts, and says who asks (X-Forwarded-For)",
       &options->behind_proxy},
      {"--fetch", "", "Let people fetch feeds at the desk; else it asks nothing of the network",
       &options->fetch},
      {"--login", "", "Let nobody in without a login, also while the database has no users",
       &options->login},
      {"--as", "NAME", "Who decides, where the page does not say (default: analyst)",
       &options->analyst},
      {"--create", "", "Make the database where there is none", &options->create},
      {"--pages", "DIR", "Built pages to serve (default: those installed with the program)",
       &options->pages},
  };
  for (auto& argument : data_arguments(options->data))
    command.arguments.push_back(std::move(argument));
  command.run = [options] { return run_serve(*options); };
  return command;
}

}  // namespace isnad
