#!/usr/bin/env bash
# Makes the sample media again. Needs ffmpeg and a font with Chinese characters (Debian: ffmpeg, fonts-noto-cjk).
set -euo pipefail
cd "$(dirname "$0")"
font=${FONT:-$(fc-match -f '%{file}' 'Noto Sans CJK SC')}
clean=(-map_metadata -1 -fflags +bitexact -flags:v +bitexact -flags:a +bitexact)

# draw TEXT: the text at the top and a running time code at the bottom, white on dark
draw() {
  printf "drawtext=fontfile=%s:text='演示 DEMO  %s':fontsize=22:fontcolor=white:box=1:boxcolor=black@0.6:boxborderw=6:x=10:y=10,drawtext=fontfile=%s:timecode='00\\:00\\:00\\:00':rate=15:fontsize=24:fontcolor=yellow:box=1:boxcolor=black@0.6:x=10:y=h-40" "$font" "$1" "$font"
}

h264=(-c:v libx264 -preset slow -crf 30 -pix_fmt yuv420p -profile:v main -c:a aac -b:a 32k -movflags +faststart)
ffmpeg -v error -y -f lavfi -i testsrc=size=480x270:rate=15:duration=8 -f lavfi -i sine=frequency=440:duration=8 \
  -vf "$(draw '现场检查')" "${h264[@]}" "${clean[@]}" site-inspection.mp4
ffmpeg -v error -y -f lavfi -i testsrc2=size=480x270:rate=15:duration=10 -f lavfi -i sine=frequency=330:duration=10 \
  -vf "$(draw '询问')" "${h264[@]}" -crf 34 "${clean[@]}" inquiry.mp4
ffmpeg -v error -y -f lavfi -i smptebars=size=480x270:rate=15:duration=6 -f lavfi -i sine=frequency=520:duration=6 \
  -vf "$(draw '送达')" -c:v libvpx-vp9 -b:v 0 -crf 42 -c:a libopus -b:a 24k "${clean[@]}" service.webm
ffmpeg -v error -y -f lavfi -i gradients=size=480x270:rate=15:duration=6:seed=1 -f lavfi -i sine=frequency=260:duration=6 -t 6 \
  -vf "$(draw '听证')" -c:v libvpx-vp9 -b:v 0 -crf 42 -c:a libopus -b:a 24k "${clean[@]}" hearing.webm
ffmpeg -v error -y -f lavfi -i "sine=frequency=300:beep_factor=4:duration=10" -c:a aac -b:a 48k -movflags +faststart "${clean[@]}" statement-audio.m4a
ffmpeg -v error -y -f lavfi -i testsrc=size=640x360:rate=1:duration=1 -frames:v 1 -vf "$(draw '现场照片')" -q:v 6 "${clean[@]}" site-photo.jpg
sha256sum ./*.mp4 ./*.webm ./*.m4a ./*.jpg
