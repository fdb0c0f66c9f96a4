// SPDX-License-Identifier: Apache-2.0
// `isnad serve`: the desk, on this machine alone.
#include <csignal>
#include <cstdio>
#include <memory>

#include "commands.h"
#include "data_folder.h"
#include "isnad/desk/desk.h"
#include "isnad/desk/server.h"
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
  DataOptions data;
};

// Waits until the program is told to end. The signals are blocked in all threads, so that this one
// takes them.
void wait_for_end(const sigset_t& ends) {
  int signal = 0;
  sigwait(&ends, &signal);
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

  DeskOptions desk_options;
  desk_options.database = options.database;
  desk_options.pages =
      options.pages ? std::filesystem::path(*options.pages) : data_folder(options.data) / "web";
  desk_options.analyst = options.analyst;
  desk_options.engine = "isnad " ISNAD_VERSION ", " + coder->versions();
  desk_options.now = utc_now;
  desk_options.ingest = desk_ingest(coder, options.database, desk_options.writing);
  auto desk = Desk::open(std::move(desk_options));
  if (!desk) {
    say(describe(desk.error()));
    return kNotUsable;
  }

  ServerOptions server_options;
  server_options.port = static_cast<uint16_t>(options.port);
  auto server = HttpServer::start(
      server_options, {[](const HttpRequest& request) { return Desk::body_limit(request); },
                       [&](const HttpRequest& request) { return desk->answer(request); },
                       [&](int status) { return desk->refuse(status); }});
  if (!server) {
    say(describe(server.error()));
    return kBadUsage;
  }
  say("the desk is at http://127.0.0.1:" + std::to_string(server->port()) +
      "/ for this machine alone; stop it with Ctrl+C");
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
      "  isnad serve --db new.isnad --create --port 9000 --as Huda";
  command.arguments = {
      database_argument(options->database),
      {"--port", "N", "Port on 127.0.0.1 (default 8427; 0: any that is free)", &options->port},
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
