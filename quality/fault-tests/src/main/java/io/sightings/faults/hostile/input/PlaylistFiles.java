package io.sightings.faults.hostile.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Files that name other files, as they are and hidden behind other bytes. */
final class PlaylistFiles {
  private static final int ID3_BYTES = 64;

  private PlaylistFiles() {}

  static byte[] concat(SeedCorpus material, String own, SeededChoices dice) {
    return hidden("ffconcat version 1.0\nfile " + target(material, dice) + "\n", dice);
  }

  /** It names itself, so that whoever follows it never ends. */
  static byte[] itself(SeedCorpus material, String own, SeededChoices dice) {
    String name = own.substring(own.lastIndexOf('/') + 1);
    String list =
        dice.chance(0.7)
            ? "ffconcat version 1.0\n" + ("file " + name + "\n").repeat(dice.size(1, 3))
            : hlsText(name);
    return hidden(list, dice);
  }

  static byte[] hls(SeedCorpus material, String own, SeededChoices dice) {
    return hidden(hlsText(target(material, dice)), dice);
  }

  private static String hlsText(String target) {
    return "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n" + target + "\n#EXT-X-ENDLIST\n";
  }

  static byte[] dash(SeedCorpus material, String own, SeededChoices dice) {
    return hidden(
        """
        <?xml version="1.0"?>
        <MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT1S"
         profiles="urn:mpeg:dash:profile:isoff-on-demand:2011"><Period><AdaptationSet mimeType="video/mp4">
        <Representation id="1" bandwidth="1"><BaseURL>%s</BaseURL></Representation>
        </AdaptationSet></Period></MPD>
        """
            .formatted(target(material, dice)),
        dice);
  }

  static byte[] imf(SeedCorpus material, String own, SeededChoices dice) {
    String entities =
        dice.chance(0.5)
            ? "<!DOCTYPE x [<!ENTITY a \"%s\"><!ENTITY f SYSTEM \"%s\">]>"
                .formatted("a".repeat(1000), target(material, dice))
            : "";
    return hidden(
        """
        <?xml version="1.0" encoding="UTF-8"?>%s
        <CompositionPlaylist xmlns="http://www.smpte-ra.org/schemas/2067-3/2016">
        <Id>urn:uuid:0</Id><ContentTitle>&a;&f;</ContentTitle><EditRate>25 1</EditRate>
        <SegmentList><Segment><SequenceList/></Segment></SegmentList></CompositionPlaylist>
        """
            .formatted(entities),
        dice);
  }

  static byte[] other(SeedCorpus material, String own, SeededChoices dice) {
    String target = target(material, dice);
    return hidden(
        dice.any(
            "# VobSub index file, v7 (do not modify this line!)\nsize: 720x576\n"
                + "timestamp: 00:00:00:000, filepos: 000000000\n",
            "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 9 RTP/AVP 96\n"
                + "a=rtpmap:96 H264/90000\n",
            "[playlist]\nFile1=" + target + "\nNumberOfEntries=1\n",
            "<asx version=\"3\"><entry><ref href=\"" + target + "\"/></entry></asx>",
            "<smil><body><video src=\"" + target + "\"/></body></smil>",
            "[Reference]\nRef1=" + target + "\n",
            "concat:" + target + "|" + target,
            "#EXTM3U\n" + target + "\n"),
        dice);
  }

  private static String target(SeedCorpus material, SeededChoices dice) {
    String path = material.bait();
    return dice.any(
        path,
        "file://" + path,
        "file:" + path,
        "../" + path.substring(path.lastIndexOf('/') + 1),
        "subfile,,start,0,end,0,,:" + path,
        "concat:" + path,
        "http://127.0.0.1:9/x.mp4",
        "crypto+file:" + path,
        "data:text/plain;base64,AAAA",
        "pipe:0");
  }

  /** As it is, or behind what FFmpeg skips before it looks. */
  private static byte[] hidden(String list, SeededChoices dice) {
    byte[] text = list.getBytes(ISO_8859_1);
    return switch (dice.below(5)) {
      case 0 -> text;
      case 1, 2 -> ByteCorrupter.joined(id3(), text);
      case 3 -> ByteCorrupter.joined("\u00ef\u00bb\u00bf".getBytes(ISO_8859_1), text);
      default ->
          ByteCorrupter.joined(dice.any("\n", " ", "\t\r\n", "#\n").getBytes(ISO_8859_1), text);
    };
  }

  private static byte[] id3() {
    byte[] tag = new byte[10 + ID3_BYTES];
    System.arraycopy(new byte[] {'I', 'D', '3', 3, 0, 0, 0, 0, 0, ID3_BYTES}, 0, tag, 0, 10);
    return tag;
  }
}
