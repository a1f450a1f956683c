#include "disks.hpp"

#include <algorithm>
#include <charconv>
#include <random>
#include <sstream>
#include <stdexcept>

namespace power_loss {

namespace {

constexpr std::size_t never = static_cast<std::size_t>(-1);
constexpr std::string_view root_path = ".";

void write_at(std::string& text, std::size_t place, std::string_view bytes) {
  text.resize(std::max(text.size(), place + bytes.size()));
  text.replace(place, bytes.size(), bytes);
}

}  // namespace

/// As recorder.cpp notes a call.
struct Recording::Words {
  std::string call;
  std::size_t number;
  std::string_view path;
  std::string_view to;
  std::string_view text;

  /// Takes the first call off `rest`.
  static Words take(std::string_view& rest) {
    const auto line_end = rest.find('\n');
    std::istringstream line{std::string{rest.substr(0, line_end)}};
    Words words{};
    std::size_t path = 0;
    std::size_t to = 0;
    std::size_t text = 0;
    line >> words.call >> words.number >> path >> to >> text;
    if (!line || line_end == std::string_view::npos || rest.size() - line_end - 1 < path + to + text) {
      throw std::runtime_error{"not the line of a call: " + line.str()};
    }
    rest.remove_prefix(line_end + 1);
    for (auto& [view, size] : {std::pair{&words.path, path}, std::pair{&words.to, to}, std::pair{&words.text, text}}) {
      *view = rest.substr(0, size);
      rest.remove_prefix(size);
    }
    return words;
  }
};

/// Names and files, changed effect by effect.
class Recording::Walk {
 public:
  explicit Walk(const Recording& recording) : names_(recording.names_before_), nodes_(recording.first_) {}

  void apply(const Effect& effect, Fate fate) {
    switch (effect.kind) {
      case Effect::Kind::names:
        for (const auto& [place, now] : effect.names) {
          names_[place] = now;
        }
        break;
      case Effect::Kind::write:
        write(effect, fate);
        break;
      case Effect::Kind::resize:
        nodes_[effect.node].text.resize(effect.number);
        break;
      case Effect::Kind::mode:
        nodes_[effect.node].mode = static_cast<unsigned>(effect.number);
        break;
    }
  }

  Disk disk() const {
    Disk disk;
    add_folder(disk, 0, "");
    return disk;
  }

 private:
  void write(const Effect& effect, Fate fate) {
    const std::string_view bytes = effect.text;
    write_at(nodes_[effect.node].text, effect.number,
             fate == Fate::zeros  ? std::string(bytes.size(), '\0')
             : fate == Fate::half ? bytes.substr(0, bytes.size() / 2)
                                  : bytes);
  }

  void add_folder(Disk& disk, Node folder, const std::string& prefix) const {
    for (auto name = names_.lower_bound({folder, ""}); name != names_.end() && name->first.first == folder; ++name) {
      if (name->second == none) {
        continue;
      }
      const std::string path = prefix + name->first.second;
      const OnDisk& what = nodes_[name->second];
      disk.emplace(path, what);
      if (what.is_folder) {
        add_folder(disk, name->second, path + '/');
      }
    }
  }

  std::map<Place, Node> names_;
  std::vector<OnDisk> nodes_;
};

Recording::Recording(const Disk& before, std::string_view calls) : first_{{.is_folder = true}} {
  for (const auto& [path, what] : before) {
    const Place place = place_of(path);
    names_[place] = first_.size();
    first_.push_back(what);
  }
  names_before_ = names_;
  for (std::string_view rest = calls; !rest.empty();) {
    const Words words = Words::take(rest);
    read(words);
    std::string told = words.call + ' ' + std::string{words.path};
    told.append(words.to.empty() ? "" : " ").append(words.to);
    calls_.push_back({std::move(told), calls.size() - rest.size()});
  }
}

void Recording::read(const Words& words) {
  const std::string& call = words.call;
  if (call == "create" || call == "mkdir") {
    make(words.path, {.is_folder = call == "mkdir", .mode = static_cast<unsigned>(words.number)});
  } else if (call == "write" || call == "resize" || call == "mode") {
    const auto kind = call == "write"    ? Effect::Kind::write
                      : call == "resize" ? Effect::Kind::resize
                                         : Effect::Kind::mode;
    add({.kind = kind, .node = node_of(words.path), .number = words.number, .text = std::string{words.text}});
  } else if (call == "rename") {
    rename(words);
  } else if (call == "link") {
    add({.names = {{place_of(words.to), node_of(words.path)}}});
  } else if (call == "unlink" || call == "rmdir") {
    add({.names = {{place_of(words.path), none}}});
  } else if (call == "sync") {
    sync(node_of(words.path));
  } else {
    throw std::runtime_error{"an unknown call: " + call};
  }
}

void Recording::make(std::string_view path, const OnDisk& what) {
  first_.push_back(what);
  add({.names = {{place_of(path), first_.size() - 1}}});
}

void Recording::rename(Words words) {
  constexpr std::size_t exchange = 2;  // RENAME_EXCHANGE, which the C library hides from strict C++
  const Place from = place_of(words.path);
  const Place to = place_of(words.to);
  add({.names = {{from, words.number == exchange ? node_of(words.to) : none}, {to, node_of(words.path)}}});
}

void Recording::add(Effect effect) {
  effect.call = calls_.size();
  effect.on_disk_from = never;
  for (const auto& [place, now] : effect.names) {
    if (const auto latest = latest_.find(place); latest != latest_.end()) {
      effect.needs.push_back(latest->second);
    }
    latest_[place] = effects_.size();
    names_[place] = now;
  }
  effects_.push_back(std::move(effect));
}

void Recording::sync(Node node) {
  for (std::size_t index = 0; index < effects_.size(); ++index) {
    const Effect& effect = effects_[index];
    const bool concerns_it =
        effect.node == node ||
        std::any_of(effect.names.begin(), effect.names.end(), [&](const auto& one) { return one.place.first == node; });
    if (concerns_it) {
      settle(index);
    }
  }
}

void Recording::settle(std::size_t effect) {
  if (effects_[effect].on_disk_from == never) {
    effects_[effect].on_disk_from = calls_.size() + 1;
    for (const std::size_t earlier : effects_[effect].needs) {
      settle(earlier);
    }
  }
}

Recording::Place Recording::place_of(std::string_view path) const {
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? Place{0, path}
                                         : Place{node_of(path.substr(0, slash)), path.substr(slash + 1)};
}

Recording::Node Recording::node_of(std::string_view path) const {
  const auto found = names_.find(path == root_path ? Place{} : place_of(path));
  const Node node = path == root_path ? 0 : found == names_.end() ? none : found->second;
  if (node == none) {
    throw std::runtime_error{"a call on a file that is not there: " + std::string{path}};
  }
  return node;
}

std::size_t Recording::calls_within(std::size_t bytes) const {
  return static_cast<std::size_t>(
      std::count_if(calls_.begin(), calls_.end(), [&](const Call& call) { return call.end <= bytes; }));
}

std::string Recording::name_of(std::size_t moment) const {
  return moment == calls_.size() ? "the end"
                                 : "before " + std::to_string(moment + 1) + " (" + calls_[moment].told + ")";
}

std::string Recording::told(std::size_t effect) const {
  const std::size_t call = effects_[effect].call;
  return std::to_string(call + 1) + " (" + calls_[call].told + ")";
}

/// The ways to lose power at one moment.
class Recording::Losses {
 public:
  Losses(const Recording& recording, std::size_t moment)
      : effects_(recording.effects_), recording_(recording), moment_(moment), all_kept_(effects_.size(), Fate::lost) {
    for (std::size_t index = 0; index < effects_.size() && effects_[index].call < moment; ++index) {
      all_kept_[index] = Fate::kept;
      if (effects_[index].on_disk_from > moment) {
        open_.push_back(index);
      }
    }
    all_lost_ = all_kept_;
    for (const std::size_t effect : open_) {
      all_lost_[effect] = Fate::lost;
    }
    ways_ = {{"all lost", all_lost_}, {"all kept", all_kept_}};
  }

  void add_each() {
    auto up_to = all_lost_;
    for (const std::size_t effect : open_) {
      const std::string told = recording_.told(effect);
      add("lost " + told, all_kept_, [&](Fates& fates) { lose(fates, effect); });
      add("kept only " + told, all_lost_, [&](Fates& fates) { keep(fates, effect); });
      up_to[effect] = Fate::kept;
      ways_.push_back({"kept up to " + told, up_to});
      for (const auto& [fate, text] : {std::pair{Fate::lost, ", no bytes"},
                                       {Fate::zeros, ", zeros for bytes"},
                                       {Fate::half, ", half the bytes"}}) {
        add("kept up to " + told + text, up_to, [&](Fates& fates) {
          std::for_each(open_.begin(), open_.end(), [&](auto one) { write(fates, one, fate); });
        });
        add("all kept, but of " + told + text, all_kept_, [&](Fates& fates) { write(fates, effect, fate); });
      }
    }
  }

  void add_pairs() {
    for (const std::size_t one : open_) {
      for (const std::size_t other : open_) {
        const std::string told = recording_.told(one) + " and " + recording_.told(other);
        add("lost " + told, all_kept_, [&](Fates& fates) { lose(fates, one), lose(fates, other); });
        add("kept only " + told, all_lost_, [&](Fates& fates) { keep(fates, one), keep(fates, other); });
      }
    }
  }

  void add_random(int times) {
    std::mt19937 random{static_cast<std::mt19937::result_type>(moment_)};
    for (int time = 1; time <= times; ++time) {
      add("at random, time " + std::to_string(time), all_kept_, [&](Fates& fates) {
        for (const std::size_t effect : open_) {
          const auto number = random();
          if (number % 2 == 0) {
            lose(fates, effect);
          } else {
            write(fates, effect, static_cast<Fate>(number / 2 % 4));
          }
        }
      });
    }
  }

  std::vector<Loss> ways() && { return std::move(ways_); }

 private:
  using Fates = std::vector<Fate>;

  template <class Change>
  void add(std::string told, const Fates& from, const Change& change) {
    ways_.push_back({std::move(told), from});
    change(ways_.back().fates);
  }

  /// With all that needs it.
  void lose(Fates& fates, std::size_t effect) const {
    fates[effect] = Fate::lost;
    for (std::size_t later = effect + 1; later < effects_.size(); ++later) {
      const auto& needs = effects_[later].needs;
      if (std::any_of(needs.begin(), needs.end(), [&](std::size_t need) { return fates[need] == Fate::lost; })) {
        fates[later] = Fate::lost;
      }
    }
  }

  /// With all that it needs.
  void keep(Fates& fates, std::size_t effect) const {
    fates[effect] = Fate::kept;
    for (const std::size_t earlier : effects_[effect].needs) {
      keep(fates, earlier);
    }
  }

  /// Lets other bytes, or none, be there than those written, if they were.
  void write(Fates& fates, std::size_t effect, Fate fate) const {
    if (effects_[effect].kind == Effect::Kind::write && fates[effect] != Fate::lost) {
      fates[effect] = fate;
    }
  }

  const std::vector<Effect>& effects_;
  const Recording& recording_;
  std::size_t moment_;
  std::vector<std::size_t> open_;  // not on the disk yet for sure
  Fates all_lost_;
  Fates all_kept_;
  std::vector<Loss> ways_;
};

std::vector<Recording::Loss> Recording::losses(std::size_t moment, bool thorough) const {
  Losses losses{*this, moment};
  losses.add_each();
  if (thorough) {
    constexpr int times = 200;
    losses.add_pairs();
    losses.add_random(times);
  }
  return std::move(losses).ways();
}

Disk Recording::after(const Loss& loss) const {
  Walk walk{*this};
  for (std::size_t index = 0; index < effects_.size(); ++index) {
    if (loss.fates[index] != Fate::lost) {
      walk.apply(effects_[index], loss.fates[index]);
    }
  }
  return walk.disk();
}

Disk Recording::at_the_end() const { return after({"all kept", std::vector<Fate>(effects_.size(), Fate::kept)}); }

}  // namespace power_loss
