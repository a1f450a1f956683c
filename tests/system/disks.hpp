/// The disks that a power loss may leave of recorded calls (recorder.cpp), after the method of ALICE (OSDI 2014) and
/// CrashMonkey (OSDI 2018): whatever was not yet waited for is lost or kept, each by itself.
///
/// What is taken to be so:
///
///   * A rename, an exchange too, is atomic: both names have changed, or neither.
///   * A name made, changed or removed is on the disk once one of the folders that it concerns has been synced. Of the
///     names in one folder, too, any may be on the disk before any other; only what concerns the same name keeps its
///     order.
///   * The bytes, the size and the permissions of a file are on the disk once the file has been synced, and its name is
///     not. Until then each may be there or not: also the size alone, with zeros for bytes, or half of what was
///     written.
///   * What was on the disk before the first call stays, and nothing is written that nobody wrote.
///
/// Owners and extended attributes are not followed.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace power_loss {

struct OnDisk {
  bool is_folder = false;
  unsigned mode = 0;  // of a file
  std::string text;   // of a file

  auto operator<=>(const OnDisk&) const = default;
};

/// By path, a folder before what is in it.
using Disk = std::map<std::string, OnDisk, std::less<>>;

class Recording {
 public:
  /// The calls of a recording, made on that disk. Throws `std::runtime_error` on a call that does not fit it.
  Recording(const Disk& before, std::string_view calls);

  /// Before each call, and after the last. A moment's number is that of the calls made before it.
  std::size_t moments() const { return calls_.size() + 1; }
  /// How many of the calls stand in the first bytes of the recording.
  std::size_t calls_within(std::size_t bytes) const;
  /// How people are told of a moment.
  std::string name_of(std::size_t moment) const;

  /// What of the effects not yet on the disk is there nevertheless.
  enum class Fate : char { lost, kept, zeros, half };
  /// A way to lose power: a fate for each effect, and how it is told.
  struct Loss {
    std::string told;
    std::vector<Fate> fates;
  };
  /// The ways of a moment: all lost, all kept, each singly lost or kept or written by half, all up to each; when
  /// `thorough` also every two together and some at random, the same in every run.
  std::vector<Loss> losses(std::size_t moment, bool thorough) const;

  /// What is on the disk afterwards.
  Disk after(const Loss& loss) const;
  /// What the process itself saw in the end.
  Disk at_the_end() const;

 private:
  using Node = std::size_t;  // a file or folder, whatever it is called
  static constexpr Node none = static_cast<Node>(-1);
  using Place = std::pair<Node, std::string>;  // a name in a folder

  struct Call {
    std::string told;
    std::size_t end;  // where it ends in the recording
  };
  struct Assignment {
    Place place;
    Node now;
  };
  /// What a call changed that can be lost. Either names, or one of the others, of `node`.
  struct Effect {
    enum class Kind { names, write, resize, mode };
    Kind kind;
    std::size_t call;
    std::vector<Assignment> names;
    Node node = none;
    std::size_t number = 0;  // where it is written, the size, the permissions
    std::string text;
    std::vector<std::size_t> needs;  // earlier effects without which it cannot be
    std::size_t on_disk_from;        // the first moment at which it cannot be lost
  };
  struct Words;  // a call of the recording, taken apart
  class Walk;    // names and files as they are after some effects
  class Losses;

  void read(const Words& words);
  void make(std::string_view path, const OnDisk& what);
  void add(Effect effect);
  void rename(Words words);
  void sync(Node node);
  void settle(std::size_t effect);

  Place place_of(std::string_view path) const;
  Node node_of(std::string_view path) const;
  std::string told(std::size_t effect) const;

  std::vector<OnDisk> first_;            // each node as it was when it began
  std::map<Place, Node> names_before_;   // before the first call
  std::map<Place, Node> names_;          // after the last
  std::map<Place, std::size_t> latest_;  // the last effect on a name
  std::vector<Effect> effects_;
  std::vector<Call> calls_;
};

}  // namespace power_loss
