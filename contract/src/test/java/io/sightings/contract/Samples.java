package io.sightings.contract;

import io.sightings.contract.codec.SightingsTopics;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One of everything on the topics, with nobody real in it. */
public final class Samples {
  public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static final SourceInfo DOOR =
      new SourceInfo("front-door", SourceKind.LIVE, "Entrance, Süd", labels());

  private Samples() {}

  /** Not in the order of their keys, which is the order they must be written in. */
  private static Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("zone", "a\"b");
    labels.put("floor", "0");
    labels.put("building", "Hörsaal");
    labels.put("area", "east");
    return labels;
  }

  public static Frame image() {
    FrameInfo info =
        new FrameInfo(
            FrameType.IMAGE,
            DOOR,
            "20260301T1159",
            1234,
            NOON.plusMillis(40),
            "image/jpeg",
            1920,
            1080,
            "Foto 1.jpg",
            CaptureClock.CAMERA,
            null);
    return new Frame(info, new byte[] {(byte) 0xff, (byte) 0xd8, 0, 1, (byte) 0xff, (byte) 0xd9});
  }

  /** What a frame has at least. */
  public static Frame plainImage() {
    SourceInfo source = SourceInfo.of("upload", SourceKind.IMAGE);
    FrameInfo info =
        new FrameInfo(FrameType.IMAGE, source, "e", 0, NOON, null, 1, 65_535, null, null, null);
    return new Frame(info, new byte[] {7});
  }

  public static Frame heartbeat() {
    return Frame.heartbeat(DOOR, "20260301T1159", 1235, NOON.plusSeconds(1), CaptureClock.CAMERA);
  }

  public static Frame gap() {
    return Frame.gap(DOOR, "20260301T1159", 1236, NOON, NOON.plusSeconds(20), CaptureClock.ARRIVAL);
  }

  public static Frame ended() {
    return Frame.ended(SourceInfo.of("clip-1", SourceKind.VIDEO), "e1", Long.MAX_VALUE, NOON, null);
  }

  /** A visit with every member there is, but the one only a merged visit has. */
  public static Sighting known() {
    return new Sighting(
        "s-0af3",
        3,
        SightingStatus.CLOSED,
        null,
        DOOR,
        new Sighting.Who("ada", "Ada Example", true),
        NOON,
        NOON.plusMillis(61_500),
        42,
        5,
        4,
        0.625,
        0.000002,
        new Sighting.RunnerUp("bob", "Bob Example", 0.25, null),
        0.4,
        "embedder-1",
        "g-17",
        new Sighting.BestShot(
            "front-door/20260301T1159/1234",
            "Foto 1.jpg",
            NOON.plusMillis(40),
            new FaceBox(-2.5f, 100, 64, 80.25f),
            1920,
            1080,
            0.875,
            new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xd9},
            new Sighting.Attributes(
                -3.5,
                0.0,
                12.25,
                "low",
                "goodExposure",
                "high",
                "noMask",
                "readingGlasses",
                List.of("forehead"))),
        new Sighting.Inquiry(InquiryOutcome.AWAY, "The service does not answer.", 3, 4.5));
  }

  /** A visit of somebody whose face was never good enough to be compared. */
  public static Sighting stranger() {
    return new Sighting(
        "s-0af4",
        1,
        SightingStatus.OPEN,
        null,
        SourceInfo.of("upload", SourceKind.IMAGE),
        new Sighting.Who("unknown-77", null, false),
        NOON,
        NOON,
        1,
        0,
        0,
        null,
        null,
        null,
        null,
        null,
        null,
        new Sighting.BestShot(
            "upload/e/0", null, NOON, new FaceBox(1, 2, 3, 4), 640, 480, 0, null, null),
        null);
  }

  public static Sighting merged() {
    Sighting s = known();
    return new Sighting(
        "s-0af5",
        2,
        SightingStatus.MERGED,
        s.id(),
        s.source(),
        s.person(),
        s.firstSeen(),
        s.lastSeen(),
        s.frames(),
        s.judged(),
        s.agreeing(),
        s.similarity(),
        s.falseMatchRate(),
        null,
        s.threshold(),
        s.model(),
        s.galleryVersion(),
        s.bestShot(),
        s.inquiry());
  }

  public static Alert alert() {
    Sighting s = known();
    return new Alert("front desk/s-0af3", "front desk", s.id(), s.source(), s.person(), NOON);
  }

  public static Person person() {
    return new Person(
        "ada",
        "Ada Example",
        List.of(
            new Person.Template(
                "embedder-1", new float[] {0.6f, -0.8f, 0}, "ab12", "ada 1.jpg", 0.75f),
            new Person.Template("embedder-2", new float[] {1}, null, null, 1)));
  }

  public static RejectedFrame rejected() {
    KafkaMessage original = SightingsTopics.FRAMES.codec().encode(image());
    return new RejectedFrame(
        original,
        RejectReason.UNREADABLE_IMAGE,
        "the JPEG ends after 6 bytes",
        "frames",
        3,
        123_456_789_012L);
  }
}
