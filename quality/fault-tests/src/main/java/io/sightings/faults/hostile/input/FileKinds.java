package io.sightings.faults.hostile.input;

import io.sightings.faults.hostile.input.HostileInput.Form;
import io.sightings.faults.hostile.input.HostileInput.HostileFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Hostile things in a watched folder: what files hold, what they are called, and other things. */
final class FileKinds {
  private static final List<String> PHOTOS = List.of("jpg", "png", "webp", "bmp", "jpeg");
  private static final List<String> VIDEOS = List.of("mp4", "mkv", "avi", "ts", "flv", "mjpeg");
  private static final List<String> OTHERS =
      List.of("heic", "gif", "tif", "txt", "", "part", "reason", "start", "MP4", "mp4 ", "jpg.");

  private static final int MAX_NAME = 255;

  private FileKinds() {}

  static List<HostileKind> all() {
    List<HostileKind> all = new ArrayList<>();
    for (PictureKinds.PictureKind kind : PictureKinds.all()) {
      all.add(
          new HostileKind(
              kind.name(),
              Math.max(1, kind.weight() / 3),
              false,
              (m, d) -> file(d.word(12) + "." + d.pick(PHOTOS), kind.painter().paint(m, d))));
    }
    for (VideoKinds.VideoKind kind : VideoKinds.all()) {
      all.add(
          new HostileKind(
              kind.name(),
              kind.weight(),
              kind.refused(),
              (m, d) -> {
                String name = d.word(12) + "." + d.pick(d.chance(0.8) ? VIDEOS : PHOTOS);
                return file(name, kind.filmer().film(m, name, d));
              }));
    }
    all.add(HostileKind.of("name with odd characters", FileKinds::oddName));
    all.add(HostileKind.of("name of the largest length", FileKinds::longName));
    all.add(HostileKind.of("name of another meaning", FileKinds::oddEnding));
    all.add(HostileKind.of("hidden name", (m, d) -> file("." + d.word(9) + ".jpg", m.picture(d))));
    all.add(HostileKind.of("nested folders", FileKinds::nested));
    all.add(HostileKind.refused("link", (m, d) -> other(d.word(12) + ".mp4", Form.LINK)));
    all.add(HostileKind.refused("link to its folder", (m, d) -> other(d.word(12), Form.LOOP)));
    all.add(HostileKind.refused("pipe", (m, d) -> other(d.word(12) + ".mp4", Form.PIPE)));
    all.add(HostileKind.refused("folder", (m, d) -> other(d.word(12) + ".mp4", Form.FOLDER)));
    return List.copyOf(all);
  }

  private static HostileInput file(String name, byte[] content) {
    return new HostileFile(name, content, Form.REGULAR);
  }

  private static HostileInput other(String name, Form form) {
    return new HostileFile(name, null, form);
  }

  /** Everything a file system takes. */
  private static HostileInput oddName(SeedCorpus material, SeededChoices dice) {
    String odd = dice.odd(dice.size(1, 30)).replace("\0", "").replace('/', ':');
    String first = dice.any("-rf ", " ", "~", "con.", "%0d", "");
    // Without a surrogate half, which is no UTF-8.
    String name = first + odd + dice.word(8) + "." + dice.pick(PHOTOS);
    return file(name, content(material, dice));
  }

  private static HostileInput longName(SeedCorpus material, SeededChoices dice) {
    // What is unique about it comes first: names are shortened at their ends.
    String first = dice.word(12);
    String ending = "." + dice.pick(dice.chance(0.5) ? PHOTOS : VIDEOS);
    String unit = dice.any("x", "\u00e9", "\ud83d\ude00");
    int bytes = unit.getBytes(StandardCharsets.UTF_8).length;
    int length = MAX_NAME - dice.below(12) - first.length() - ending.length();
    return file(first + unit.repeat(length / bytes) + ending, content(material, dice));
  }

  private static HostileInput oddEnding(SeedCorpus material, SeededChoices dice) {
    String name = dice.word(12) + "." + dice.pick(OTHERS);
    return file(name, content(material, dice));
  }

  private static HostileInput nested(SeedCorpus material, SeededChoices dice) {
    String folder = dice.any("a/", "done.mp4/", ".git/", "..a/", "a b/", "rejected.x/");
    String name = folder.repeat(dice.size(1, 30)) + dice.word(12) + ".jpg";
    return file(name, content(material, dice));
  }

  private static byte[] content(SeedCorpus material, SeededChoices dice) {
    return dice.chance(0.5)
        ? ByteCorrupter.truncated(material.picture(dice), dice)
        : ByteCorrupter.flipped(material.video(dice), dice);
  }
}
