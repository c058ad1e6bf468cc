package io.sightings.faults.hostile.input;

import io.sightings.faults.hostile.input.HostileInput.HostileSettings;
import io.sightings.faults.hostile.input.HostileInput.Program;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Hostile settings files. */
final class SettingsKinds {
  private static final int MAX_NESTING = 20_000;
  private static final int MAX_SCALAR = 2_000_000;

  private static final List<String> VALUES =
      List.of(
          "null",
          "~",
          "[]",
          "{}",
          "-1",
          "1e999",
          ".nan",
          ".inf",
          "0x7fffffffffffffff",
          "0o17",
          "1_0",
          "9999999999999999999999",
          "yes",
          "!!binary AAAA",
          "!!java.net.URL [\"http://127.0.0.1:9\"]",
          "!!javax.script.ScriptEngineManager []",
          "*x",
          "&x [*x]",
          "\"${X}\"",
          "\"${X:${X:${X}}}\"",
          "\"${\"",
          "2026-01-01",
          "\"P1D\"",
          "-5s",
          "99999999d",
          "\"\\uD800\"",
          "|\n  a\n   b",
          "?",
          "[[[[]]]]",
          "\"\\0\"",
          "'",
          "<<: *x",
          "@",
          "`",
          "%",
          "1h1m",
          "1 h",
          "\u202es1");

  private SettingsKinds() {}

  static List<HostileKind> all() {
    return List.of(
        HostileKind.of("settings: noise", (m, d) -> of(d, latin(d.bytes(d.size(1, 5000))))),
        HostileKind.of("settings: odd text", (m, d) -> of(d, d.odd(d.size(1, 2000)))),
        HostileKind.of("settings: aliases that multiply", SettingsKinds::aliases),
        HostileKind.of("settings: deep nesting", SettingsKinds::nested),
        HostileKind.of("settings: huge scalar", SettingsKinds::scalar),
        HostileKind.of("settings: another value", SettingsKinds::value),
        HostileKind.of("settings: another line", SettingsKinds::line),
        HostileKind.of("settings: flipped bits", SettingsKinds::flipped),
        HostileKind.of("settings: many sources", SettingsKinds::sources),
        HostileKind.of("settings: odd source", SettingsKinds::oddSource),
        HostileKind.of("settings: overrides", SettingsKinds::overrides),
        HostileKind.of("settings: unknown keys", SettingsKinds::unknown));
  }

  private static HostileInput of(SeededChoices dice, String yaml) {
    return new HostileSettings(program(dice), yaml, List.of());
  }

  private static Program program(SeededChoices dice) {
    return dice.any(Program.INGESTOR, Program.JOB);
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** Ten names of ten names of ten names. */
  private static HostileInput aliases(SeedCorpus material, SeededChoices dice) {
    StringBuilder yaml = new StringBuilder("a0: &a0 [x, x]\n");
    int levels = dice.size(2, 60);
    for (int i = 1; i < levels; i++) {
      String alias = "*a" + (i - 1) + ", ";
      yaml.append("a%d: &a%d [%sx]%n".formatted(i, i, alias.repeat(9)));
    }
    return of(dice, yaml + "sources: *a" + (levels - 1) + "\n");
  }

  private static HostileInput nested(SeedCorpus material, SeededChoices dice) {
    int depth = dice.size(10, MAX_NESTING);
    return of(dice, "sources: " + dice.any("[", "{a: ", "- ", "? ", "!a ").repeat(depth));
  }

  private static HostileInput scalar(SeedCorpus material, SeededChoices dice) {
    String text = dice.any("x", "\u00e9", "${X:").repeat(dice.size(100, MAX_SCALAR) / 4);
    return of(dice, "kafka: {bootstrap: \"" + text + "\"}\n");
  }

  private static HostileInput value(SeedCorpus material, SeededChoices dice) {
    Program program = program(dice);
    List<String> lines = lines(material, program);
    for (int i = dice.size(1, 5); i > 0; i--) {
      int at = dice.below(lines.size());
      String line = lines.get(at);
      lines.set(at, line.substring(0, line.indexOf(':') + 1) + " " + dice.pick(VALUES));
    }
    return new HostileSettings(program, String.join("\n", lines), List.of());
  }

  private static HostileInput line(SeedCorpus material, SeededChoices dice) {
    Program program = program(dice);
    List<String> lines = lines(material, program);
    for (int i = dice.size(1, 5); i > 0; i--) {
      String moved = lines.remove(dice.below(lines.size()));
      lines.add(dice.below(lines.size()), dice.any(moved, "\t" + moved, " " + moved, "---", "..."));
    }
    return new HostileSettings(program, String.join("\n", lines), List.of());
  }

  private static HostileInput flipped(SeedCorpus material, SeededChoices dice) {
    Program program = program(dice);
    byte[] bytes = String.join("\n", lines(material, program)).getBytes(StandardCharsets.UTF_8);
    return new HostileSettings(program, latin(ByteCorrupter.flipped(bytes, dice)), List.of());
  }

  private static HostileInput sources(SeedCorpus material, SeededChoices dice) {
    String one = dice.any("  - {id: a%d, upload: true}\n", "  - {path: x}\n", "  - {id: same}\n");
    StringBuilder yaml = new StringBuilder("sources:\n");
    for (int i = dice.size(10, 5000); i > 0; i--) {
      yaml.append(one.replace("%d", "" + i));
    }
    return new HostileSettings(Program.INGESTOR, yaml.toString(), List.of());
  }

  private static HostileInput oddSource(SeedCorpus material, SeededChoices dice) {
    String key =
        dice.any("url", "path", "device", "watch", "location", "labels", "start", "sample");
    String text = dice.any(dice.odd(40), dice.pick(VALUES), "concat:a|b", "file:///etc/passwd");
    String quoted = "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    String yaml = "sources:\n  - {id: \"%s\", upload: true, %s: %s}\n";
    return new HostileSettings(
        Program.INGESTOR, yaml.formatted(dice.word(4), key, quoted), List.of());
  }

  private static HostileInput overrides(SeedCorpus material, SeededChoices dice) {
    List<String> overrides = new ArrayList<>();
    for (int i = dice.size(1, 20); i > 0; i--) {
      String key =
          dice.any("kafka.bootstrap", "kafka", "sources", "a.b.c", "kafka..x", dice.odd(9));
      overrides.add(key + dice.any("=", "", "==") + dice.pick(VALUES));
    }
    return new HostileSettings(program(dice), "", overrides);
  }

  private static HostileInput unknown(SeedCorpus material, SeededChoices dice) {
    StringBuilder yaml = new StringBuilder();
    for (int i = dice.size(1, 3000); i > 0; i--) {
      yaml.append(dice.word(6)).append(": ").append(dice.pick(VALUES)).append('\n');
    }
    return of(dice, yaml.toString());
  }

  /** The documented settings without comments. */
  private static List<String> lines(SeedCorpus material, Program program) {
    String yaml = program == Program.INGESTOR ? material.ingestorYaml() : material.jobYaml();
    return new ArrayList<>(
        yaml.lines().filter(line -> line.contains(":") && !line.strip().startsWith("#")).toList());
  }
}
