package picture

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image"
	"image/jpeg"
)

// iterm draws at the cursor with iTerm2's sequence, which WezTerm and mintty
// know as well.
func iterm(img image.Image, cells image.Point) (string, error) {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 90}); err != nil {
		return "", err
	}
	return fmt.Sprintf("\x1b]1337;File=inline=1;size=%d;width=%d;height=%d;preserveAspectRatio=1:%s\a",
		b.Len(), cells.X, cells.Y, base64.StdEncoding.EncodeToString(b.Bytes())), nil
}
