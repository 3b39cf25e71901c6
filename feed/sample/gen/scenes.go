package main

import (
	"image/color"
	"math"
)

// harbour: morning, a crane, boats, a mole with its light.
func harbour(c *canvas) {
	c.gradient(0, 320, rgb(0x7fa3b8), rgb(0xc9d4cf), rgb(0xf3d9b0))
	c.glow(700, 285, 190, rgb(0xfff0c8), 0.9)
	c.ellipse(700, 285, 26, 26, rgb(0xfff6df))
	c.hills(300, 14, 130, 0.4, 330, rgb(0x9fb0b0))
	c.hills(314, 10, 80, 2, 330, rgb(0x7d9496))
	c.gradient(322, 540, rgb(0xdcc9a6), rgb(0x8fa7a6), rgb(0x4c6c78), rgb(0x34515f))
	c.ripples(326, 540, 150, thin(rgb(0xf7e6c0), 0.35))
	for y := 326.0; y < 500; y += 7 { // the sun's path
		w := 10 + (y-320)*0.25 + 14*c.random()
		c.rect(700-w, y, 700+w, y+3, thin(rgb(0xfff2cf), 0.55))
	}
	stone := rgb(0x57605f)
	c.shape(stone, 960, 352, 470, 330, 440, 330, 430, 342, 960, 392)
	c.shape(rgb(0x3f4a4b), 430, 342, 960, 392, 960, 404, 428, 352)
	c.shape(rgb(0xb8473a), 452, 330, 456, 262, 474, 262, 478, 330)
	c.shape(rgb(0xf0e6d2), 453.5, 304, 455, 284, 475, 284, 476.5, 304)
	c.rect(450, 256, 480, 262, rgb(0x2f3a3d))
	c.rect(457, 240, 473, 256, rgb(0xffe9a8))
	c.shape(rgb(0x2f3a3d), 454, 240, 465, 228, 476, 240)
	crane(c, 150, 330, rgb(0x2b3a44))
	c.rect(0, 318, 330, 352, rgb(0x3a4548))
	for x := 6.0; x < 320; x += 46 {
		shed := mix(rgb(0x7a4a3c), rgb(0x96705a), c.random())
		c.rect(x, 286, x+40, 318, shed)
		c.shape(rgb(0x4a3a36), x-3, 287, x+20, 270, x+43, 287)
		c.rect(x+14, 300, x+26, 318, rgb(0x33302f))
	}
	boat(c, 250, 430, 1.25, rgb(0xa43c32), rgb(0xf2ead8))
	boat(c, 560, 460, 1.6, rgb(0x27506b), rgb(0xf2ead8))
	boat(c, 800, 425, 0.9, rgb(0x3d5a45), rgb(0xe8dcc0))
	for range 7 {
		gull(c, 380+c.random()*460, 60+c.random()*140, 6+7*c.random())
	}
}

func crane(c *canvas, x, y float64, ink color.RGBA) {
	c.line(x-34, y, x-8, y-150, 8, ink)
	c.line(x+34, y, x+8, y-150, 8, ink)
	for i := range 4 {
		h := float64(i) * 36
		c.line(x-34+h*0.17, y-h, x+28-h*0.17, y-h-36, 3, ink)
	}
	c.rect(x-26, y-186, x+22, y-148, ink)
	c.rect(x-18, y-178, x-2, y-162, rgb(0xd9e2e0))
	c.line(x-70, y-170, x+210, y-258, 7, ink)
	c.line(x, y-236, x+206, y-258, 3, ink)
	c.line(x, y-236, x-66, y-170, 3, ink)
	c.line(x, y-184, x, y-238, 6, ink)
	c.line(x+190, y-252, x+190, y-130, 2, ink)
	c.rect(x+172, y-130, x+208, y-108, rgb(0xb8843c))
}

func boat(c *canvas, x, y, s float64, hull, cabin color.RGBA) {
	c.ellipse(x, y+13*s, 66*s, 7*s, thin(rgb(0x1d323c), 0.5))
	c.shape(hull, x-62*s, y-14*s, x+66*s, y-20*s, x+48*s, y+12*s, x-50*s, y+12*s)
	c.shape(rgb(0xf4ead2), x-62*s, y-14*s, x+66*s, y-20*s, x+64*s, y-15*s, x-61*s, y-9*s)
	c.rect(x-36*s, y-42*s, x+2*s, y-14*s, cabin)
	for i := range 2 {
		wx := x - 31*s + float64(i)*17*s
		c.rect(wx, y-36*s, wx+11*s, y-26*s, rgb(0x35505c))
	}
	c.line(x+16*s, y-16*s, x+16*s, y-88*s, 3*s, rgb(0x4a4038))
	c.line(x+16*s, y-84*s, x+60*s, y-20*s, 1.2*s, rgb(0x4a4038))
	c.line(x+16*s, y-84*s, x-34*s, y-42*s, 1.2*s, rgb(0x4a4038))
	c.shape(rgb(0xb8473a), x+16*s, y-88*s, x+34*s, y-82*s, x+16*s, y-76*s)
}

func gull(c *canvas, x, y, s float64) {
	ink := rgb(0xf8f5ec)
	c.line(x-s, y-s*0.3, x, y, 2, ink)
	c.line(x, y, x+s, y-s*0.4, 2, ink)
}

// dusk: roofs and towers, lit windows, the first stars.
func dusk(c *canvas) {
	c.gradient(0, 430, rgb(0x1b2444), rgb(0x4a3f6b), rgb(0xb0647a), rgb(0xf0a96e))
	c.gradient(430, 540, rgb(0x2a2440), rgb(0x1a1830))
	for range 60 {
		x, y, r := c.random()*c.w, c.random()*190, 0.6+c.random()
		c.ellipse(x, y, r, r, thin(rgb(0xfff4dc), 0.4+0.6*c.random()))
	}
	c.ellipse(180, 100, 30, 30, rgb(0xfbeecb))
	c.ellipse(193, 92, 27, 27, rgb(0x2a2c50))
	c.hills(390, 16, 150, 1, 470, rgb(0x7d4d70))
	roofs(c, 400, 60, 34, rgb(0x5a3d62))
	spire(c, 330, 400, 38, 215, rgb(0x46335a))
	waterTower(c, 735, 430, rgb(0x3a2c50))
	roofs(c, 442, 74, 48, rgb(0x3c2f53))
	roofs(c, 500, 88, 66, rgb(0x252040))
	c.gradient(500, 540, rgb(0x252040), rgb(0x17162a))
}

// roofs draws a row of gabled houses with lit windows down to the base.
func roofs(c *canvas, base, height, width float64, wall color.RGBA) {
	for x := -20.0; x < c.w; {
		w := width * (0.7 + 0.7*c.random())
		h := height * (0.55 + 0.6*c.random())
		c.rect(x, base-h, x+w+1, base+46, wall)
		c.shape(mix(wall, rgb(0x120f22), 0.35), x-3, base-h, x+w/2, base-h-w*0.5, x+w+3, base-h)
		if c.random() < 0.5 {
			c.rect(x+w*0.68, base-h-w*0.42, x+w*0.8, base-h-w*0.12, mix(wall, rgb(0x120f22), 0.35))
		}
		size := w / 7
		for wy := base - h + size; wy < base+20; wy += size * 2.2 {
			for wx := x + size; wx < x+w-size; wx += size * 2 {
				if c.random() < 0.42 {
					c.rect(wx, wy, wx+size, wy+size*1.3, mix(rgb(0xffd27a), rgb(0xff9d4d), c.random()))
				}
			}
		}
		x += w
	}
}

func spire(c *canvas, x, base, w, h float64, fill color.RGBA) {
	c.rect(x-w/2, base-h*0.55, x+w/2, base+40, fill)
	c.shape(fill, x-w/2-4, base-h*0.55, x, base-h, x+w/2+4, base-h*0.55)
	c.line(x, base-h, x, base-h-16, 2, fill)
	c.line(x-5, base-h-10, x+5, base-h-10, 2, fill)
	c.ellipse(x, base-h*0.42, 9, 9, rgb(0xffe2a0))
	c.line(x, base-h*0.42, x, base-h*0.42-6, 1.5, fill)
	c.line(x, base-h*0.42, x+4, base-h*0.42, 1.5, fill)
}

func waterTower(c *canvas, x, base float64, fill color.RGBA) {
	c.shape(fill, x-30, base+30, x-22, base-130, x+22, base-130, x+30, base+30)
	c.shape(fill, x-22, base-128, x-52, base-158, x-52, base-206, x+52, base-206, x+52, base-158, x+22, base-128)
	c.shape(mix(fill, rgb(0x120f22), 0.3), x-58, base-204, x, base-246, x+58, base-204)
	c.line(x, base-246, x, base-264, 2, fill)
	for i := -2.0; i <= 2; i++ {
		c.rect(x+i*18-4, base-188, x+i*18+4, base-174, rgb(0xffcf7e))
	}
}

// ferry: a broad river in mist.
func ferry(c *canvas) {
	c.gradient(0, 280, rgb(0xb9c4c6), rgb(0xd7d9d2), rgb(0xe6e1d3))
	c.glow(330, 120, 150, rgb(0xfffaea), 0.8)
	c.hills(262, 12, 170, 0, 300, rgb(0xc3cbc8))
	for x := 20.0; x < c.w; x += 26 + 30*c.random() { // poplars on the far bank
		h := 16 + 26*c.random()
		c.ellipse(x, 272-h/2, 5, h/2+4, thin(rgb(0x8c9c98), 0.75))
	}
	bridge(c, rgb(0xa9b5b6))
	c.hills(280, 6, 90, 1, 300, rgb(0x9fadaa))
	c.gradient(284, 540, rgb(0xcfd2c9), rgb(0xa3b0ae), rgb(0x71858a), rgb(0x55696f))
	c.ripples(290, 540, 170, thin(rgb(0xf3efe2), 0.3))
	x, y := 500.0, 392.0
	c.ellipse(x, y+26, 190, 14, thin(rgb(0x2d3d42), 0.45))
	c.shape(rgb(0x2f4f46), x-190, y-8, x+190, y-8, x+162, y+28, x-162, y+28)
	c.rect(x-190, y-12, x+190, y-4, rgb(0xe9dfc6))
	c.shape(rgb(0x4a5a58), x-190, y-10, x-232, y-34, x-226, y-38, x-182, y-12)
	c.shape(rgb(0x4a5a58), x+190, y-10, x+232, y-34, x+226, y-38, x+182, y-12)
	for i, paint := range []uint32{0xb8473a, 0xd9d4c4, 0x3d6a8a} {
		cx := x - 140 + float64(i)*62
		c.shape(rgb(paint), cx-26, y-12, cx-24, y-24, cx-14, y-26, cx-8, y-36, cx+12, y-36, cx+18, y-26, cx+26, y-23, cx+26, y-12)
		c.shape(rgb(0x35444a), cx-10, y-26, cx-5, y-33, cx+9, y-33, cx+14, y-26)
	}
	c.rect(x+50, y-60, x+128, y-12, rgb(0xefe6d0))
	c.rect(x+64, y-98, x+114, y-60, rgb(0xf6efdd))
	c.rect(x+58, y-104, x+120, y-98, rgb(0x9c3b32))
	for i := range 3 {
		c.rect(x+69+float64(i)*15, y-91, x+80+float64(i)*15, y-76, rgb(0x3f5a64))
		c.rect(x+58+float64(i)*23, y-50, x+74+float64(i)*23, y-34, rgb(0x3f5a64))
	}
	c.rect(x+92, y-134, x+106, y-104, rgb(0x2f3a3c))
	c.rect(x+92, y-126, x+106, y-120, rgb(0xb8473a))
	for i := range 6 { // smoke
		t := float64(i)
		c.ellipse(x+96-t*20, y-146-t*9, 11+t*4, 7+t*2.5, thin(rgb(0xf2f0ea), 0.38-0.05*t))
	}
	for i := range 5 { // a band of mist before everything
		c.ellipse(120+float64(i)*190, 322+8*math.Sin(float64(i)), 190, 20, thin(rgb(0xf2efe6), 0.3))
	}
	for px := 30.0; px < 150; px += 7 { // reeds
		h := 60 + 60*c.random()
		c.line(px, 545, px+8*c.random()-4, 540-h, 3, rgb(0x4f5a45))
	}
}

func bridge(c *canvas, ink color.RGBA) {
	c.rect(560, 246, 960, 252, ink)
	for _, x := range []float64{650, 800, 950} {
		c.line(x, 280, x, 150, 6, ink)
		for i := 1.0; i <= 5; i++ {
			c.line(x, 154+i*4, x-i*15, 248, 1.2, ink)
			c.line(x, 154+i*4, x+i*15, 248, 1.2, ink)
		}
	}
}

// station: a small station in the evening, a train with lit windows.
func station(c *canvas) {
	c.gradient(0, 360, rgb(0x16223c), rgb(0x2b3f63), rgb(0x6d6a8a), rgb(0xc58f86))
	c.hills(330, 20, 140, 3, 380, rgb(0x27304e))
	c.hills(350, 14, 90, 1, 380, rgb(0x1d2440))
	c.gradient(368, 540, rgb(0x2a2c3c), rgb(0x191a26))
	wall := rgb(0x8a5e4c)
	c.rect(90, 230, 330, 372, wall)
	c.shape(rgb(0x3c2c34), 74, 232, 118, 176, 302, 176, 346, 232)
	c.shape(rgb(0x34262e), 178, 190, 210, 150, 242, 190)
	c.ellipse(210, 205, 20, 20, rgb(0xfff1cf))
	c.line(210, 205, 220, 210, 3, rgb(0x2a2020)) // ten to four, since 2017
	c.line(210, 205, 196, 197, 2.5, rgb(0x2a2020))
	for i := range 5 {
		x := 104 + float64(i)*46
		c.rect(x, 254, x+28, 298, rgb(0xffd68a))
		c.line(x+14, 254, x+14, 298, 2, wall)
		c.rect(x, 320, x+28, 372, mix(rgb(0xffd68a), rgb(0xc98d55), c.random()))
	}
	c.rect(0, 372, 960, 388, rgb(0x565566))
	c.rect(0, 388, 960, 392, rgb(0xd8cdb4))
	for _, x := range []float64{40, 400, 620, 840} { // lamps
		c.line(x, 374, x, 240, 5, rgb(0x14182a))
		c.line(x, 242, x+26, 236, 4, rgb(0x14182a))
		c.glow(x+26, 246, 70, rgb(0xffe0a0), 0.5)
		c.ellipse(x+26, 243, 9, 5, rgb(0xfff4d6))
	}
	train(c)
	for x := -40.0; x < c.w; x += 34 {
		c.shape(rgb(0x35313a), x, 502, x+22, 502, x+14, 520, x-10, 520)
	}
	c.rect(0, 496, 960, 500, rgb(0x9aa0ac))
	c.rect(0, 514, 960, 519, rgb(0xaab0ba))
}

func train(c *canvas) {
	body := rgb(0x24466b)
	for i := range 3 {
		x := 230 + float64(i)*262
		c.rect(x, 392, x+252, 486, body)
		c.shape(mix(body, rgb(0x0c1424), 0.5), x, 393, x+10, 382, x+242, 382, x+252, 393)
		c.rect(x, 452, x+252, 458, rgb(0xd9b45c))
		c.rect(x+252, 410, x+262, 480, rgb(0x10151f))
		for w := range 6 {
			wx := x + 16 + float64(w)*38
			lit := mix(rgb(0xffdf9a), rgb(0x2a3348), math.Round(c.random()*0.8))
			c.rect(wx, 408, wx+27, 438, lit)
			c.rect(wx, 408, wx+27, 411, rgb(0x16263c))
		}
		for w := range 4 {
			wx := x + 34 + float64(w/2)*156 + float64(w%2)*34
			c.ellipse(wx, 490, 12, 12, rgb(0x10131c))
			c.ellipse(wx, 490, 5, 5, rgb(0x5a6070))
		}
	}
	c.glow(226, 470, 46, rgb(0xfff0c0), 0.7)
	c.ellipse(232, 470, 6, 6, rgb(0xfffbe8))
}

// letters: a wall of enamel plates, each with a mark like a letter of some script.
func letters(c *canvas) {
	c.gradient(0, 540, rgb(0xd8cbb0), rgb(0xb9a888))
	paints := []uint32{0x2c5d73, 0xb5452f, 0x3f6b4f, 0xd59a3a, 0x5b4a78, 0x8a3f55, 0x2f3f55, 0xe7dcc3}
	for row := range 4 {
		for col := range 8 {
			x, y := 38+float64(col)*112, 34+float64(row)*121
			c.rect(x+4, y+5, x+104, y+113, thin(rgb(0x4a3f30), 0.4))
			ground := rgb(paints[int(c.random()*8)%8])
			c.rect(x, y, x+100, y+108, ground)
			ink := rgb(0xf7f1e2)
			if ground == rgb(0xe7dcc3) {
				ink = rgb(0x2f3f55)
			}
			mark(c, x+50, y+54, (row*8+col*3)%7, ink)
			for _, p := range [][2]float64{{7, 7}, {93, 7}, {7, 101}, {93, 101}} {
				c.ellipse(x+p[0], y+p[1], 2.2, 2.2, thin(ink, 0.6))
			}
		}
	}
}

// mark draws one of seven invented letters.
func mark(c *canvas, x, y float64, kind int, ink color.RGBA) {
	switch kind {
	case 0:
		c.line(x-24, y-22, x+24, y-22, 8, ink)
		c.line(x, y-30, x, y+32, 8, ink)
		c.line(x-18, y+4, x+18, y+4, 7, ink)
	case 1:
		c.line(x-22, y+30, x, y-32, 9, ink)
		c.line(x, y-32, x+22, y+30, 9, ink)
		c.line(x-13, y+8, x+13, y+8, 7, ink)
	case 2:
		c.ellipse(x, y-6, 24, 24, ink)
		c.ellipse(x, y-6, 14, 14, rgb(0x2f3f55))
		c.line(x-26, y+28, x+26, y+28, 8, ink)
	case 3:
		c.line(x-28, y+8, x+28, y+8, 9, ink)
		c.line(x+24, y+8, x+24, y-20, 9, ink)
		c.ellipse(x-8, y-16, 6, 6, ink)
		c.ellipse(x+8, y-16, 6, 6, ink)
	case 4:
		c.line(x-20, y-30, x-20, y+30, 9, ink)
		c.line(x-20, y, x+22, y-30, 8, ink)
		c.line(x-20, y, x+22, y+30, 8, ink)
	case 5:
		c.line(x-26, y-26, x+26, y-26, 7, ink)
		c.line(x-26, y+28, x+26, y+28, 7, ink)
		c.line(x-14, y-26, x-14, y+28, 7, ink)
		c.line(x+14, y-26, x+14, y+28, 7, ink)
	default:
		c.line(x-24, y-24, x+22, y-24, 8, ink)
		c.line(x+22, y-24, x-20, y+28, 8, ink)
		c.line(x-20, y+28, x+26, y+28, 8, ink)
	}
}

// desk: a window at evening, a lamp, a newspaper, a cup.
func desk(c *canvas) {
	c.gradient(0, 400, rgb(0x3a2f33), rgb(0x54423f))
	c.rect(90, 40, 470, 360, rgb(0x2a2226))
	for y := 52.0; y < 348; y++ {
		c.rect(102, y, 458, y+1, mix(rgb(0x2b4468), rgb(0xe59a6a), (y-52)/296))
	}
	for x := 102.0; x < 458; x += 40 {
		h := 24 + 40*c.random()
		c.rect(x, 348-h, min(x+40, 458), 348, rgb(0x332d45))
		c.rect(x+12, 354-h, x+18, 362-h, rgb(0xffd27a))
	}
	c.rect(275, 40, 285, 360, rgb(0x2a2226))
	c.rect(90, 190, 470, 199, rgb(0x2a2226))
	c.glow(720, 250, 270, rgb(0xffdf9c), 0.85)
	c.gradient(400, 540, rgb(0x8a5c3c), rgb(0x5c3a28))
	c.ellipse(700, 408, 210, 36, thin(rgb(0xffe2a4), 0.35))
	c.shape(rgb(0xb9862f), 655, 250, 690, 172, 750, 172, 785, 250)
	c.ellipse(720, 250, 65, 9, rgb(0xfff1c8))
	c.line(720, 250, 720, 404, 7, rgb(0x3a2c22))
	c.ellipse(720, 408, 46, 9, rgb(0x3a2c22))
	page := rgb(0xf4ecd9)
	c.shape(thin(rgb(0x2c1c14), 0.4), 190, 500, 260, 408, 620, 408, 600, 506)
	c.shape(page, 180, 492, 252, 400, 432, 404, 424, 500)
	c.shape(mix(page, rgb(0xcbbd9f), 0.4), 424, 500, 432, 404, 612, 400, 604, 494)
	c.shape(rgb(0x3a332c), 262, 408, 424, 411, 423, 420, 256, 417)
	for i := range 8 {
		t := float64(i)
		y := 430 + t*8
		c.line(246-t*6, y, 322-t*3, y+1, 2, rgb(0x9a9080))
		c.line(334-t*3, y+1, 416, y+3, 2, rgb(0x9a9080))
		c.line(440, y+2, 590+t, y, 2, rgb(0x9a9080))
	}
	c.shape(rgb(0x6d7f86), 450, 414, 596, 411, 597, 428, 449, 431)
	c.ellipse(800, 472, 66, 15, rgb(0xe9e2d2))
	c.shape(rgb(0xf7f2e6), 762, 420, 838, 420, 826, 468, 774, 468)
	c.ellipse(800, 420, 38, 9, rgb(0xe2d9c6))
	c.ellipse(800, 421, 32, 7, rgb(0x4a2c1c))
	c.line(836, 430, 852, 438, 5, rgb(0xf7f2e6))
	c.line(852, 438, 832, 454, 5, rgb(0xf7f2e6))
	for i := range 3 { // steam
		x := 786 + float64(i)*14
		for s := range 9 {
			t := float64(s)
			c.ellipse(x+5*math.Sin(t*0.8+float64(i)), 408-t*8, 3.5, 5, thin(rgb(0xfff6e6), 0.22-0.02*t))
		}
	}
}
