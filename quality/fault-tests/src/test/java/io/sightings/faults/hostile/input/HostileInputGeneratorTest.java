package io.sightings.faults.hostile.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sightings.faults.hostile.input.HostileInput.HostileRequest;
import io.sightings.faults.hostile.input.HostileInputGenerator.Planned;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileInputGeneratorTest {
  private static final Path HOME = Path.of("..", "..");
  private static final int VECTOR_LENGTH = 64;

  @TempDir private static Path folder;
  private static SeedCorpus material;

  @BeforeAll
  static void make() throws IOException {
    material = SeedCorpusGenerator.make(new byte[] {1}, "model", VECTOR_LENGTH, HOME, folder);
  }

  @Test
  void anInputIsAFunctionOfSeedAndIndex() throws IOException {
    SeedCorpus again =
        SeedCorpusGenerator.make(new byte[] {1}, "model", VECTOR_LENGTH, HOME, folder);
    HostileInputGenerator other = new HostileInputGenerator(1, again, shares());
    for (int index = 0; index < 400; index++) {
      assertThat(text(other.at(index))).isEqualTo(text(plan(1).at(index)));
    }
    assertThat(text(plan(2).at(0))).isNotEqualTo(text(plan(1).at(0)));
  }

  @Test
  void eachKindOfEachEntranceOccurs() {
    Set<String> expected = new TreeSet<>();
    for (ProductEntrance entrance : ProductEntrance.values()) {
      assertThat(entrance.kinds()).extracting(HostileKind::name).doesNotHaveDuplicates();
      entrance.kinds().forEach(kind -> expected.add(entrance + " " + kind.name()));
    }
    Set<String> found = new TreeSet<>();
    for (ProductEntrance entrance : ProductEntrance.values()) {
      HostileInputGenerator plan = new HostileInputGenerator(1, material, Map.of(entrance, 1));
      IntStream.range(0, 4000)
          .takeWhile(i -> !found.containsAll(names(entrance)))
          .mapToObj(plan::at)
          .forEach(one -> found.add(entrance + " " + one.mark().kind().name()));
    }
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void anEntranceGetsItsShare() {
    long frames =
        IntStream.range(0, 1000)
            .filter(i -> plan(3).at(i).mark().entrance() == ProductEntrance.FRAMES)
            .count();
    assertThat(frames).isBetween(350L, 450L);
  }

  @Test
  void bombsOfScansAreValidPictures() throws IOException {
    for (int index = 0; index < 20; index++) {
      byte[] bomb = JpegBombs.manyScans(new SeededChoices(5, index));
      BufferedImage picture = ImageIO.read(new ByteArrayInputStream(bomb));
      assertThat(picture).as("bomb %d", index).isNotNull();
    }
  }

  @Test
  void aSelfNamingListNamesTheFileItBecomes() {
    HostileInputGenerator videos =
        new HostileInputGenerator(1, material, Map.of(ProductEntrance.VIDEOS, 1));
    Planned itself =
        IntStream.range(0, 1000)
            .mapToObj(videos::at)
            .filter(one -> one.mark().kind().name().equals("playlist: itself"))
            .findFirst()
            .orElseThrow();
    String request =
        new String(((HostileRequest) itself.input()).bytes(), StandardCharsets.ISO_8859_1);
    String key = request.replaceAll("(?s).*Idempotency-Key: (\\w+).*", "$1");
    String extension = request.replaceAll("(?s).*filename=\"x\\.(\\w+)\".*", "$1");
    assertThat(request).contains(VideoUploadKinds.stored(key, extension));
  }

  private static List<String> names(ProductEntrance entrance) {
    return entrance.kinds().stream().map(kind -> entrance + " " + kind.name()).toList();
  }

  private static HostileInputGenerator plan(long seed) {
    return new HostileInputGenerator(seed, material, shares());
  }

  private static Map<ProductEntrance, Integer> shares() {
    Map<ProductEntrance, Integer> shares = new EnumMap<>(ProductEntrance.class);
    Arrays.stream(ProductEntrance.values()).forEach(one -> shares.put(one, one.share()));
    return shares;
  }

  /** With the bytes of arrays, which records do not compare. */
  private static String text(Planned planned) throws IOException {
    return planned.mark() + new ObjectMapper().writeValueAsString(planned.input());
  }
}
