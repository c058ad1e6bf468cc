package io.sightings.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Contents by which a demuxer of FFmpeg would open another file. One of each kind. */
public enum ReferringFile {
  CONCAT("list.mp4", other -> "ffconcat version 1.0\nfile " + other + "\n"),
  HLS(
      "list.m3u8",
      other -> "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n" + other + "\n#EXT-X-ENDLIST\n"),
  DASH(
      "dash.mp4",
      other ->
          """
          <?xml version="1.0"?>
          <MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT2S"
           minBufferTime="PT1S" profiles="urn:mpeg:dash:profile:isoff-on-demand:2011">
          <Period><AdaptationSet mimeType="video/mp4"><Representation id="1" bandwidth="1000">
          <BaseURL>%s</BaseURL></Representation></AdaptationSet></Period></MPD>
          """
              .formatted(other)),
  IMF(
      "imf.xml",
      other ->
          """
          <?xml version="1.0"?>
          <CompositionPlaylist xmlns="http://www.smpte-ra.org/schemas/2067-3/2016">
          <Id>urn:uuid:8713c020-2489-45f5-a9f7-87be539e20b5</Id><EditRate>25 1</EditRate>
          <Annotation>%s</Annotation></CompositionPlaylist>
          """
              .formatted(other)),
  VOBSUB(
      "list.idx",
      other -> "# VobSub index file, v7 (do not modify this line!)\nid: en, index: 0\n"),
  SDP(
      "list.sdp",
      other ->
          "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\nm=video 9 RTP/AVP 96\r\na=rtpmap:96 H264/90000\r\n"),
  /** By its name: FFmpeg takes it for a numbered sequence of pictures. */
  SEQUENCE("shot%d.ppm", other -> "P6 1 1 255 xxx"),
  /** Spans files that differ in their suffix. */
  MLV("raw.mlv", other -> "MLVI\u0034\0\0\0v2.0" + "\0".repeat(60));

  private final String name;
  private final UnaryOperator<String> text;

  ReferringFile(String name, UnaryOperator<String> text) {
    this.name = name;
    this.text = text;
  }

  /** What may precede the content, as FFmpeg passes over it or not. */
  public enum Prefix {
    NOTHING(""),
    ID3("ID3\3\0\0\0\0\0\100" + "\0".repeat(64)),
    TWO_TAGS("ID3\3\0\0\0\0\0\0" + "ID3\3\0\0\0\0\0\100" + "\0".repeat(64)),
    MARK("\u00EF\u00BB\u00BF"),
    GARBAGE("\0\n  \r\n");

    private final String text;

    Prefix(String text) {
      this.text = text;
    }
  }

  /** A name under which FFmpeg is most willing to take it for what it is. */
  public String fileName() {
    return name;
  }

  public byte[] naming(Prefix prefix, String other) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(prefix.text.getBytes(ISO_8859_1));
    bytes.writeBytes(text.apply(other).getBytes(ISO_8859_1));
    return bytes.toByteArray();
  }

  public byte[] naming(Prefix prefix, Path other) {
    // The concat demuxer takes no absolute paths by default, the others no relative ones.
    return naming(prefix, this == CONCAT ? other.getFileName().toString() : "file://" + other);
  }
}
