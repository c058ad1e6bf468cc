package io.sightings.azure.client;

/** What can go wrong with a call, by what can be done about it. */
public enum FaceErrorKind {
  /** Nothing was heard because nothing could be sent: name, port, certificate, network. */
  UNREACHABLE(
      "check the endpoint and the network (azure.endpoint, such as https://NAME.cognitiveservices.azure.com)"),
  /** Sent, but the answer did not come: it may have been done or not. */
  LOST("it may have been done all the same"),
  /** An answer that is none of the Face service. */
  UNREADABLE("check that nothing stands between here and azure.endpoint"),
  WRONG_ENDPOINT(
      "azure.endpoint is not a Face resource: take the endpoint shown in the Azure portal, such as https://NAME.cognitiveservices.azure.com"),
  WRONG_KEY(
      "check the key and that it belongs to this endpoint (azure.key, usually ${AZURE_FACE_KEY})"),
  WRONG_TOKEN(
      "sign in again, and give the identity the role Cognitive Services User; tokens need the resource's own endpoint, not a regional one"),
  NOT_APPROVED(
      "apply for access at https://aka.ms/facerecognition, or use Azure for detection only and the local engine for names"),
  OUT_OF_QUOTA("wait until it is replenished, or choose a larger pricing tier"),
  FORBIDDEN("check what the resource's networking and roles allow"),
  /** 429: the resource's rate is exceeded. */
  THROTTLED("lower azure.budget, or give it the share that other users of the resource leave"),
  /** 5xx and 408. */
  UNAVAILABLE("it is tried again"),
  /** Another operation on the same group or person is under way. */
  BUSY("it is tried again"),
  NO_GROUP("enrol people into it first: ./sightings enrol DIR --azure"),
  GROUP_EXISTS("use it, or take another azure.group"),
  NOT_TRAINED(
      "enrol people, which trains it: ./sightings enrol DIR --azure; while it is being trained, wait"),
  OTHER_MODEL(
      "the group was made with another recognition model: delete it and enrol again, or take another azure.group"),
  NO_PERSON("list who is there: ./sightings people list --azure"),
  NO_FACE_ID("it has expired or was never there"),
  NO_FACE_FOUND("use a photo with one clear face"),
  SEVERAL_FACES("use a photo of one person"),
  TOO_MANY_FACES("a person has 248 faces at most; remove some"),
  BAD_IMAGE("use a JPEG, PNG, GIF or BMP picture"),
  IMAGE_SIZE("use a picture of 1 KB to 6 MB"),
  /** Anything else the service refuses. */
  REFUSED("nothing is tried again"),
  /** The answer is JSON, but not what was asked for. */
  UNEXPECTED("the service may have changed"),
  /** Not sent: the day's budget is spent. */
  BUDGET_SPENT("wait for the next day (UTC), or raise azure.budget.perDay"),
  /** Not sent: too much is waiting, or it waited too long. */
  CROWDED("give Azure more room (azure.budget), or ask less often"),
  /** Not sent: the resource has been failing, and is left alone for a while. */
  AWAY("it is tried again later"),
  /** Not sent: the client was closed. */
  CLOSED("ask through one that is open");

  private final String remedy;

  FaceErrorKind(String remedy) {
    this.remedy = remedy;
  }

  /** What to do about it, as the end of a sentence. */
  public String remedy() {
    return remedy;
  }
}
