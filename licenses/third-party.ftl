<#--
  The template of THIRD-PARTY.md, filled by license-maven-plugin (cli/pom.xml).
  dependencyMap: entries of a dependency (MavenProject) and the names of its licences, ordered by coordinates.
-->
# Third-party software

What Sightings distributes in `sightings-job.jar`, `job/target/lib`, `cli/target/lib` and the images. The job's jar holds a part of it.
The build generates the first table. A test compares this file with what the build generates, and the build fails where a component has none of the licences Apache-2.0, BSD-2-Clause, BSD-3-Clause, MIT, MIT-0.
Where several licences are named, Sightings uses the component under the first of these five. The text of Apache-2.0 is in [LICENSE](LICENSE); the others are below and in [licenses](licenses).
Notices of Apache projects are in `META-INF/NOTICE` of their jars; `sightings-job.jar` collects them in its own, with Kafka's in `NOTICE`.

## Components

| component | version | licence |
|---|---|---|
<#list dependencyMap as entry>
<#assign component = entry.getKey()/>
| `${component.groupId}:${component.artifactId}` | ${component.version} | <#list entry.getValue() as licence>${licence}<#sep>, </#list> |
</#list>

## Native libraries

The jars of the native libraries hold binary code of these projects.

| in | project | licence |
|---|---|---|
| `ffmpeg` | FFmpeg, built without GPL parts and with `--enable-version3` | LGPL-3.0-or-later |
| | LAME | LGPL-2.0-or-later |
| | OpenH264 | BSD-2-Clause |
| | libvpx, libwebp, Opus, Speex | BSD-3-Clause |
| | libaom | BSD-2-Clause |
| | SVT-AV1 | BSD-3-Clause-Clear |
| | OpenCORE AMR, VisualOn AMR-WB encoder, OpenSSL 3 | Apache-2.0 |
| | FreeType | FTL |
| | HarfBuzz, libxml2, libdrm, libva, Intel Media SDK dispatcher, NVIDIA codec headers | MIT |
| | SRT | MPL-2.0 |
| | zimg | WTFPL |
| | zlib | Zlib |
| `opencv` | OpenCV, ITT API, Flatbuffers | Apache-2.0 |
| | libjpeg-turbo | IJG, BSD-3-Clause, Zlib |
| | libpng | libpng-2.0 |
| | libtiff | libtiff |
| | libwebp, OpenEXR, Protocol Buffers | BSD-3-Clause |
| | JasPer | JasPer-2.0 |
| `openblas` | OpenBLAS, LAPACK | BSD-3-Clause |
| | libgcc, libgfortran | GPL-3.0-or-later WITH GCC-exception-3.1 |
| | libquadmath | LGPL-2.1-or-later |
| `onnxruntime` | ONNX Runtime; its parts are listed in `ThirdPartyNotices.txt` of the jar | MIT |
| `zstd-jni`, `snappy-java`, `lz4-java` | Zstandard, Snappy | BSD-3-Clause |
| | LZ4 | BSD-2-Clause |

FFmpeg is used as shared libraries, unmodified but for the patches of the [JavaCPP presets](https://github.com/bytedeco/javacpp-presets/tree/master/ffmpeg). The source code of both is at the tag of the version above.
Another build of FFmpeg of the same version takes its place with `-Dorg.bytedeco.javacpp.pathsFirst=true` and `-Djava.library.path`. The H.264, H.265 and AMR formats may be subject to patents; no patent licence comes with this software.

Portions of this software are copyright © The FreeType Project (www.freetype.org). All rights reserved.
This software is based in part on the work of the Independent JPEG Group.

## Models

No model is distributed with Sightings; some commands fetch them on the first run. `sightings models list` shows the licence and origin of each model of the catalogue.

## Copyright notices

| component | notice |
|---|---|
| `com.azure:*`, `com.microsoft.azure:msal4j`, `com.microsoft.onnxruntime:onnxruntime` | Copyright (c) Microsoft Corporation |
| `com.esotericsoftware:*` | Copyright (c) 2008-2025, Nathan Sweet |
| `com.github.luben:zstd-jni` | Copyright (c) 2014-2015, Yann Collet; Copyright (c) 2015, Luben Karavelov |
| `me.tongfei:progressbar` | Copyright (c) 2015-2020 Tongfei Chen |
| `org.jline:*` | Copyright (c) 2002-2015, the original author or authors |
| `org.slf4j:slf4j-api` | Copyright (c) 2004-2022 QOS.ch Sarl (Switzerland) |
| OpenH264 | Copyright (c) 2013, Cisco Systems |
| OpenBLAS | Copyright (c) 2011-2014, The OpenBLAS Project; Copyright (c) 2011, 2012 Lab of Parallel Software and Computational Science, ISCAS |

## MIT

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.

MIT-0 is the same without the second paragraph.

## BSD-3-Clause

Redistribution and use in source and binary forms, with or without modification, are permitted provided that the following conditions are met:

1. Redistributions of source code must retain the above copyright notice, this list of conditions and the following disclaimer.
2. Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the following disclaimer in the documentation and/or other materials provided with the distribution.
3. Neither the name of the copyright holder nor the names of its contributors may be used to endorse or promote products derived from this software without specific prior written permission.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.

BSD-2-Clause is the same without the third condition.
